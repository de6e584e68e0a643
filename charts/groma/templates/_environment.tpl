{{/* The operator's settings (docs/reference/operator-config.md) as variables; those that say nothing are left out. */}}
{{- define "groma.environment" -}}
{{- $image := .Values.runner.image }}
{{- $resources := .Values.runner.resources }}
{{- $settings := list
      (list "JAVA_TOOL_OPTIONS" .Values.javaOptions)
      (list "QUARKUS_LOG_LEVEL" .Values.log.level)
      (list "QUARKUS_LOG_CONSOLE_JSON_ENABLED" (toString .Values.log.json))
      (list "GROMA_WATCH_NAMESPACES" (join "," .Values.watchNamespaces))
      (list "GROMA_LEADER_ELECTION_ENABLED" "true")
      (list "GROMA_LEADER_ELECTION_NAMESPACE" .Release.Namespace)
      (list "GROMA_LEADER_ELECTION_LEASE" (printf "%s-operator" (include "groma.fullname" .)))
      (list "GROMA_RUNNER_IMAGE" (include "groma.runnerImage" .))
      (list "GROMA_RUNNER_IMAGE_PULL_POLICY" $image.pullPolicy)
      (list "GROMA_RUNNER_IMAGE_PULL_SECRETS" (join "," .Values.runner.imagePullSecrets))
      (list "GROMA_RUNNER_SERVICE_ACCOUNT" (include "groma.runnerServiceAccount" .))
      (list "GROMA_RUNNER_TERMINATION_GRACE_PERIOD" (printf "%ds" (int .Values.runner.terminationGracePeriodSeconds)))
      (list "GROMA_RUNNER_RESOURCES_CPU" (toString $resources.cpu))
      (list "GROMA_RUNNER_RESOURCES_MEMORY" (toString $resources.memory))
      (list "GROMA_RUNNER_RESOURCES_MEMORY_LIMIT" (toString $resources.memoryLimit))
      (list "GROMA_RUNNER_RESOURCES_OUTPUT" (toString $resources.output))
      (list "GROMA_RUNNER_RESOURCES_SCRATCH" (toString $resources.scratch))
      (list "GROMA_JOBS_TIME_TO_LIVE" .Values.jobs.timeToLive)
      (list "GROMA_JOBS_MAX_CONCURRENT" (ternary "" (toString .Values.jobs.maxConcurrent) (eq (int .Values.jobs.maxConcurrent) 0)))
      (list "GROMA_JOBS_OUTPUT_BUCKET" .Values.jobs.output.bucket)
      (list "GROMA_JOBS_OUTPUT_PREFIX" .Values.jobs.output.prefix)
      (list "GROMA_S3_ENDPOINT" .Values.s3.endpoint)
      (list "GROMA_S3_REGION" .Values.s3.region)
      (list "GROMA_S3_PATH_STYLE" (toString .Values.s3.pathStyle))
      (list "GROMA_S3_CREDENTIALS_SECRET" .Values.s3.existingSecret)
      (list "GROMA_REPORT_PORT" "8443")
      (list "GROMA_REPORT_URL" (printf "https://%s:8443" (include "groma.reportHost" .)))
      (list "GROMA_REPORT_NAMESPACE" .Release.Namespace)
      (list "GROMA_REPORT_CONCURRENT_UPLOADS" (toString .Values.report.concurrentUploads)) }}
{{- if .Values.report.existingSecret }}
{{- $settings = concat $settings (list
      (list "GROMA_REPORT_CERTIFICATE" "/etc/groma/report-tls/tls.crt")
      (list "GROMA_REPORT_KEY" "/etc/groma/report-tls/tls.key")
      (list "GROMA_REPORT_CA" "/etc/groma/report-tls/ca.crt")) }}
{{- end }}
{{- range $settings }}
{{- if last . }}
- name: {{ first . }}
  value: {{ last . | quote }}
{{- end }}
{{- end }}
{{- end }}
