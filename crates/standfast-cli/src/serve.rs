//! `standfast serve`

use std::net::Ipv4Addr;

use standfast_report::Catalogue;
use standfast_report::faults::program;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::args::ServeArguments;
use crate::output::Failure;
use crate::{Done, page};

pub(crate) fn run(arguments: &ServeArguments, catalogue: &Catalogue) -> Done {
    page::files(catalogue)?;
    let address = (Ipv4Addr::LOCALHOST, arguments.port);
    let server = Server::http(address).map_err(|error| {
        let args = [("port", arguments.port.to_string().into()), ("reason", error.to_string().into())];
        Failure::Message(program(catalogue, "serve-busy", &args))
    })?;
    // With port 0 the system has chosen one.
    let port = server.server_addr().to_ip().map_or(arguments.port, |address| address.port());
    let address = format!("http://{}:{port}/", Ipv4Addr::LOCALHOST);
    anstream::println!("{}", catalogue.text("serve-at", &[("address", address.as_str().into())]));
    if arguments.open
        && let Err(error) = open::that_detached(&address)
    {
        let args = [("reason", error.to_string().into())];
        anstream::eprintln!("{}", catalogue.text("serve-unopened", &args));
    }
    for request in server.incoming_requests() {
        // Somebody who went away before the answer was there is no failure of ours.
        let _ = answer(request);
    }
    Ok(())
}

/// Answers with a file of the page, and nothing else.
fn answer(request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path = if path.is_empty() { page::FIRST } else { path };
    let Some(bytes) = page::file(path) else { return request.respond(Response::empty(404)) };
    let mut response = Response::from_data(bytes);
    // The version of the page is in the names of its files, or looked after by its service worker.
    for (name, value) in
        [("Content-Type", page::kind(path)), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-cache")]
    {
        response.add_header(Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("headers are ASCII")));
    }
    request.respond(response)
}
