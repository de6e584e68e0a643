# The index of everything a person does here: `make help`.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# -B: no colours and no progress bars in logs; CI and people see the same.
MVN = JAVA_HOME="$$(scripts/java-home)" ./mvnw -B -ntp

.PHONY: help build test chaos e2e dev images crds fmt bench clean

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## compile and package everything, no tests
	$(MVN) -q package -DskipTests

test: ## build and run all tests, against a real Kubernetes API server that is built on first use
	scripts/test

chaos: ## break everything around operator and bridge, more of it than in make test; writes docs/reliability.md
	cluster/control-plane/build >/dev/null
	$(MVN) -q verify -pl e2e -am -De2e.forks=1 -Dgroma.generate=true -Dgroma.chaos.long=true -Dtest=NoSuchTest \
	  -Dit.test='dev.groma.e2e.chaos.*IT,dev.groma.e2e.bridge.*IT' -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false

e2e: ## both charts and images on a real node with kubelet and containerd: root on Linux (cluster/README.md)
	scripts/e2e

dev: ## a Kubernetes API server, the operator and runner processes in this terminal; Ctrl-C ends all
	cluster/dev

images: ## write the images of operator and runner to images/target, without Docker (docs/images.md)
	images/build

crds: ## write crds/, docs/reference and the charts' golden files from the code
	$(MVN) -q test -Dgroma.generate=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest='*Yaml*Test,*Reference*Test' -pl api,job-runner,operator,bridge,charts -am

fmt: ## format the Java sources
	$(MVN) -q spotless:apply

bench: ## measure the engines against their peers, the operator against plain Jobs (bench/README.md)
	bench/run

clean: ## remove what was built here; the control plane in the user's cache stays
	$(MVN) -q clean
