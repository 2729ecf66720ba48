// The types of this module are made from the schemas: see xoev-generate.json.
