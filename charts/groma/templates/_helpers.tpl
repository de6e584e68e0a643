{{/* Start of the names of all objects: the release's name, with the chart's where that says more. */}}
{{- define "groma.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else if contains $name .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{/* The same for objects without a namespace: releases of one name in two namespaces do not meet. */}}
{{- define "groma.clusterName" -}}
{{- printf "%s-%s" .Release.Namespace (include "groma.fullname" .) }}
{{- end }}

{{/* What selects the operator's Pods. Never a version: a Deployment's selector cannot be changed. */}}
{{- define "groma.selectorLabels" -}}
app.kubernetes.io/name: groma-operator
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "groma.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "groma.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: groma
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "groma.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}
{{- default (printf "%s-operator" (include "groma.fullname" .)) .Values.serviceAccount.name }}
{{- else }}
{{- required "serviceAccount.name is needed where serviceAccount.create is false" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* Takes registry, repository, tag and digest. */}}
{{- define "groma.image" -}}
{{- $repository := .repository }}
{{- if .registry }}
{{- $repository = printf "%s/%s" .registry .repository }}
{{- end }}
{{- if .digest }}
{{- printf "%s@%s" $repository .digest }}
{{- else }}
{{- printf "%s:%s" $repository .tag }}
{{- end }}
{{- end }}

{{- define "groma.operatorImage" -}}
{{- $image := .Values.image }}
{{- include "groma.image" (dict "registry" $image.registry "repository" $image.repository "tag" (default .Chart.AppVersion $image.tag) "digest" $image.digest) }}
{{- end }}

{{- define "groma.runnerImage" -}}
{{- $image := .Values.runner.image }}
{{- include "groma.image" (dict "registry" (default .Values.image.registry $image.registry) "repository" $image.repository "tag" (default .Chart.AppVersion $image.tag) "digest" $image.digest) }}
{{- end }}

{{/* The namespaces that are set up for runners, as the JSON of a list of name and annotations. */}}
{{- define "groma.runnerNamespaces" -}}
{{- $namespaces := list }}
{{- range .Values.runner.namespaces }}
{{- $namespaces = append $namespaces (dict "name" .name "annotations" (default dict .serviceAccountAnnotations)) }}
{{- else }}
{{- range .Values.watchNamespaces }}
{{- $namespaces = append $namespaces (dict "name" . "annotations" dict) }}
{{- end }}
{{- end }}
{{- toJson $namespaces }}
{{- end }}

{{/* Empty: each namespace's default. */}}
{{- define "groma.runnerServiceAccount" -}}
{{- if .Values.runner.serviceAccount.name }}
{{- .Values.runner.serviceAccount.name }}
{{- else if and .Values.runner.serviceAccount.create (include "groma.runnerNamespaces" . | fromJsonArray) }}
{{- "groma-runner" }}
{{- end }}
{{- end }}

{{- define "groma.reportHost" -}}
{{- printf "%s-report.%s.svc" (include "groma.fullname" .) .Release.Namespace }}
{{- end }}

{{- define "groma.testNamespace" -}}
{{- $runner := include "groma.runnerNamespaces" . | fromJsonArray }}
{{- if .Values.tests.namespace }}
{{- .Values.tests.namespace }}
{{- else if .Values.watchNamespaces }}
{{- first .Values.watchNamespaces }}
{{- else if $runner }}
{{- (first $runner).name }}
{{- else }}
{{- .Release.Namespace }}
{{- end }}
{{- end }}

{{/* What selects the bridge's Pods. */}}
{{- define "groma.bridgeSelectorLabels" -}}
app.kubernetes.io/name: groma-bridge
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "groma.bridgeLabels" -}}
{{ include "groma.labels" . | replace "app.kubernetes.io/name: groma-operator" "app.kubernetes.io/name: groma-bridge" }}
{{- end }}

{{- define "groma.bridgeServiceAccount" -}}
{{- if .Values.bridge.serviceAccount.create }}
{{- default (printf "%s-bridge" (include "groma.fullname" .)) .Values.bridge.serviceAccount.name }}
{{- else }}
{{- required "bridge.serviceAccount.name is needed where bridge.serviceAccount.create is false" .Values.bridge.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "groma.bridgeImage" -}}
{{- $image := .Values.bridge.image }}
{{- include "groma.image" (dict "registry" (default .Values.image.registry $image.registry) "repository" $image.repository "tag" (default .Chart.AppVersion $image.tag) "digest" $image.digest) }}
{{- end }}
