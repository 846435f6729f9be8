//! `cargo xtask wasm`: builds the engine for the browser, and holds it against the native one.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, anyhow, ensure};

const TARGET: &str = "wasm32-unknown-unknown";
/// The engine twice: what a page loads first, which says how packages compare, and what it loads once another question
/// is asked. With the most bytes that each may have, compressed.
const MODULES: [Module; 2] = [
    Module { name: "standfast", features: "", most_bytes: 600 * 1024 },
    Module { name: "standfast-questions", features: "questions", most_bytes: 900 * 1024 },
];
/// Set for a compiler that is called by way of this program.
const OLD_COMPILER: &str = "STANDFAST_XTASK_OLD_COMPILER";
/// Features of the language that Debian's compiler has, but not yet for everybody.
const FEATURES: &str = "-Zcrate-attr=feature(let_chains,cell_update,slice_as_chunks,unsigned_is_multiple_of)";
/// The packages that use them.
const WITH_FEATURES: [&str; 2] = ["standfast", "sha2"];

/// One of the modules.
struct Module {
    name: &'static str,
    features: &'static str,
    most_bytes: usize,
}

/// How the module can be built here.
enum Toolchain {
    /// The compiler that is used anyway has the target.
    Own,
    /// Debian's compiler (`apt install rustc-web cargo-web rust-web-src lld-19`) builds the standard library, too.
    Debian {
        /// Its linker.
        linker: PathBuf,
    },
}

/// What is missing for the module to be built and held against the native engine.
fn missing() -> Result<Toolchain, String> {
    if !crate::runs("node") {
        return Err("node (Node.js, 18 or later) is not on the path".to_owned());
    }
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let folder = output.ok().filter(|output| output.status.success());
    let folder = folder.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if folder.is_some_and(|folder| folder.is_dir()) {
        return Ok(Toolchain::Own);
    }
    let debian = ["/usr/bin/rustc", "/usr/bin/cargo"].map(Path::new);
    let linker = ["/usr/bin/wasm-ld-19", "/usr/bin/wasm-ld"].map(PathBuf::from).into_iter().find(|path| path.exists());
    match linker {
        Some(linker) if debian.iter().all(|path| path.exists()) => Ok(Toolchain::Debian { linker }),
        _ => Err(format!(
            "the compiler has no target {TARGET}: `rustup target add {TARGET}`, or on Debian `apt install rustc-web \
             cargo-web rust-web-src lld-19`"
        )),
    }
}

/// Builds the modules and holds each against the native engine; says what is missing where they cannot be built.
/// `program` is where this one stands.
pub(crate) fn run(root: &Path, target: &Path, program: &Path) -> Result<()> {
    let toolchain = match missing() {
        Ok(toolchain) => toolchain,
        Err(missing) => {
            eprintln!("── WebAssembly: not built, {missing}");
            return Ok(());
        }
    };
    for module in &MODULES {
        let path = module.build(&toolchain, target, program)?;
        hold(root, module, &path)?;
    }
    Ok(())
}

/// Whether the modules can be built here.
pub(crate) fn can_build() -> bool {
    missing().is_ok()
}

/// Builds the modules, and says where they are.
pub(crate) fn build_all(target: &Path, program: &Path) -> Result<Vec<PathBuf>> {
    let toolchain = missing().map_err(|missing| anyhow!("the engine cannot be built for the browser: {missing}"))?;
    MODULES.iter().map(|module| module.build(&toolchain, target, program)).collect()
}

impl Module {
    fn build(&self, toolchain: &Toolchain, target: &Path, program: &Path) -> Result<PathBuf> {
        let folder = target.join("wasm");
        let mut built = build(toolchain, &folder, program)?;
        built.args(["--no-default-features", "--features", self.features]);
        crate::step(&format!("WebAssembly, {}", self.name), built)?;
        let path = folder.join(self.name).with_extension("wasm");
        let compiled = folder.join(TARGET).join("browser").join("standfast_wasm.wasm");
        std::fs::copy(&compiled, &path).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}

/// Fails if a module is too large or one of its answers is not that of the native engine, byte for byte.
fn hold(root: &Path, module: &Module, path: &Path) -> Result<()> {
    let features = ["--no-default-features", "--features", module.features];
    let requests = output(crate::cargo(&[&NATIVE[..], &features, &["--", "requests"]].concat()), &[])?;
    let native = output(crate::cargo(&[&NATIVE[..], &features].concat()), &[])?;
    let mut node = Command::new("node");
    node.arg(root.join("crates/standfast-wasm/parity/answers.mjs")).arg(path);
    let answers = output(node, requests.as_bytes())?;
    let mut lines = answers.lines();
    for (request, expected) in requests.lines().zip(native.lines()) {
        let found = lines.next().context("the module did not answer every request")?;
        let request: String = request.chars().take(200).collect();
        ensure!(found == expected, "the module answers otherwise than the native engine: {request}");
    }
    let number = |word: &str| -> Result<usize> {
        let line = answers.lines().find_map(|line| line.strip_prefix(word)).with_context(|| format!("no {word}"))?;
        line.trim().parse().with_context(|| format!("no number: {word}{line}"))
    };
    let time = output(crate::cargo(&[&NATIVE[..], &features, &["--", "time"]].concat()), &[])?;
    let (bytes, most) = (number("gzipped ")?, module.most_bytes);
    ensure!(bytes <= most, "the module {} has {bytes} bytes compressed, more than {most}", module.name);
    eprintln!(
        "   {}: the same bits in {} answers; {bytes} bytes compressed; 32 draws of a package in {} ms, natively in {}",
        module.name,
        native.lines().count(),
        number("milliseconds ")?,
        time.trim()
    );
    Ok(())
}

/// Requests and native answers: the same optimised code, without threads.
const NATIVE: [&str; 8] =
    ["run", "--quiet", "--release", "--locked", "--package", "standfast-wasm", "--example", "answers"];

/// What a program prints, given some input.
fn output(mut command: Command, input: &[u8]) -> Result<String> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("cannot start {command:?}"))?;
    child.stdin.take().context("it has an input")?.write_all(input).context("it reads its input")?;
    let output = child.wait_with_output().with_context(|| format!("cannot wait for {command:?}"))?;
    ensure!(output.status.success(), "{command:?} ended with {}", output.status);
    String::from_utf8(output.stdout).context("it prints text")
}

fn build(toolchain: &Toolchain, folder: &Path, program: &Path) -> Result<Command> {
    const ARGUMENTS: [&str; 8] =
        ["build", "--profile=browser", "--locked", "--quiet", "--package", "standfast-wasm", "--target", TARGET];
    let mut command = match toolchain {
        Toolchain::Own => crate::cargo(&ARGUMENTS),
        Toolchain::Debian { linker } => {
            let mut command = Command::new("/usr/bin/cargo");
            command.args(ARGUMENTS).args(["--ignore-rust-version", "-Zbuild-std=std,panic_abort"]);
            let rest = std::env::var_os("PATH").unwrap_or_default();
            let folders = std::iter::once(PathBuf::from("/usr/bin")).chain(std::env::split_paths(&rest));
            command.env("PATH", std::env::join_paths(folders).context("a path")?);
            command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1");
            command.env("RUSTC_WRAPPER", program).env(OLD_COMPILER, "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
            // What cargo sets for this program is about another compiler.
            for variable in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WORKSPACE_WRAPPER"] {
                command.env_remove(variable);
            }
            command
        }
    };
    command.env("CARGO_TARGET_DIR", folder).env("RUSTFLAGS", "-Ctarget-feature=+simd128");
    Ok(command)
}

/// Whether this program was called as a compiler, and if so what to call instead.
pub(crate) fn compiler() -> Option<Command> {
    std::env::var_os(OLD_COMPILER)?;
    let mut arguments = std::env::args_os().skip(1);
    let mut command = Command::new(arguments.next()?);
    let arguments: Vec<OsString> = arguments.collect();
    let named = arguments.windows(2).find(|pair| pair[0] == "--crate-name").map(|pair| pair[1].to_string_lossy());
    let with_features = named.is_some_and(|name| WITH_FEATURES.iter().any(|prefix| name.starts_with(prefix)));
    command.args(arguments).args(with_features.then_some(FEATURES));
    Some(command)
}
