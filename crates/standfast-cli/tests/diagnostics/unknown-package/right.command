solve case.toml --package army+neutrality
