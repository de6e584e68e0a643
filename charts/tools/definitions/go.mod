module groma.dev/charts/definitions

go 1.26.8

require (
	github.com/argoproj/argo-cd/v3 v3.2.0
	github.com/fluxcd/kustomize-controller v1.9.6
	github.com/fluxcd/source-controller v1.9.6
	github.com/kedacore/keda/v2 v2.21.0
	github.com/prometheus-operator/prometheus-operator v0.85.0
)
