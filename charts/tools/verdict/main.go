// Command verdict says what GitOps tools make of an object: kstatus, by which Flux waits, and the Lua engine of
// Argo CD with a health check. It reads the object as JSON and prints one line for each.
//
//	verdict health.lua < object.json
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/util/lua"
	"github.com/fluxcd/cli-utils/pkg/kstatus/status"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: verdict HEALTH.LUA < OBJECT.JSON")
		os.Exit(64)
	}
	if err := judge(os.Args[1], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func judge(script string, in io.Reader, out io.Writer) error {
	check, err := os.ReadFile(script)
	if err != nil {
		return err
	}
	object := &unstructured.Unstructured{}
	if err := json.NewDecoder(in).Decode(object); err != nil {
		return err
	}
	flux, err := status.Compute(object)
	if err != nil {
		return err
	}
	engine := lua.VM{ResourceOverrides: map[string]v1alpha1.ResourceOverride{}}
	argo, err := engine.ExecuteHealthLua(object, string(check))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "kstatus %s: %s\nargocd %s: %s\n", flux.Status, flux.Message, argo.Status, argo.Message)
	return err
}
