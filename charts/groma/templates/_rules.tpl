{{/* The operator's rights where it runs jobs, all of them. Its integration tests run with exactly these. */}}
{{- define "groma.jobRules" -}}
- apiGroups: [groma.dev]
  resources: [layoutjobs]
  # delete: those that have outlived ttlSecondsAfterFinished.
  verbs: [delete, get, list, watch]
- apiGroups: [groma.dev]
  resources: [layoutjobs/status]
  verbs: [patch]
# To own a Job that keeps its LayoutJob until it is gone itself, where the admission plugin
# OwnerReferencesPermissionEnforcement is on.
- apiGroups: [groma.dev]
  resources: [layoutjobs/finalizers]
  verbs: [update]
- apiGroups: [batch]
  resources: [jobs]
  # delete: attempts that are cancelled, suspended or given up. None is ever changed.
  verbs: [create, delete, get, list, watch]
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch]
# The artifacts that runners report. They are immutable, and only those that carry the label
# groma.dev/layoutjob-uid are ever listed or watched.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [create, get, list, watch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, list]
{{- end }}

{{/* Takes kind and name of a role. */}}
{{- define "groma.binding" -}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .kind }}
  name: {{ .name }}
subjects:
  - kind: ServiceAccount
    name: {{ include "groma.serviceAccount" .root }}
    namespace: {{ .root.Release.Namespace }}
{{- end }}

{{/* The bridge's rights where it reads queues and makes jobs, all of them. Its integration tests run with exactly these. */}}
{{- define "groma.bridgeRules" -}}
- apiGroups: [groma.dev]
  resources: [layoutqueues]
  verbs: [get, list, watch]
- apiGroups: [groma.dev]
  resources: [layoutqueues/status]
  verbs: [update]
- apiGroups: [groma.dev]
  resources: [layoutjobs]
  # patch: the note that a submitter has been told of a job's end. delete: those whose time to live is over.
  verbs: [create, delete, get, list, patch, watch]
# The ledger of jobs that were deleted; only those that carry the label groma.dev/ledger are ever asked for.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [create, delete, get, list, update]
{{- with .Values.bridge.credentialsSecrets }}
- apiGroups: [""]
  resources: [secrets]
  resourceNames: [{{ join ", " . }}]
  verbs: [get]
{{- end }}
{{- end }}

{{/* Takes kind and name of a role. */}}
{{- define "groma.bridgeBinding" -}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: {{ .kind }}
  name: {{ .name }}
subjects:
  - kind: ServiceAccount
    name: {{ include "groma.bridgeServiceAccount" .root }}
    namespace: {{ .root.Release.Namespace }}
{{- end }}
