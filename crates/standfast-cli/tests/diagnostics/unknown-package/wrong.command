solve case.toml --package amry+neutrality
