#include "app/api/dispatcher.h"
#include "app/api/problem.h"
#include "models/store/idempotency_store.h"
#include "models/store/secret_store.h"
#include "models/store/server_store.h"
#include <QCryptographicHash>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// What makes two requests the same: the address and every byte of the body.
QByteArray printOf(const Exchange &exchange, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(exchange.head.verb + ' ' + exchange.head.target + '\n');
    hash.addData(body);
    return hash.result();
}

} // namespace

// One transaction for the handler, the audit and the idempotency key. A refusal undoes all three, so that the same key
// may be tried again; a database that chose us as the victim of a lock is asked once more.
Result<ApiAnswer> Dispatcher::once(ApiRequest &request, const Exchange &exchange, ServerStore &store, const std::optional<QByteArray> &secrets)
{
    const QString key = QString::fromUtf8(exchange.head.headers.value("idempotency-key"));
    if (key.size() > 200) return Error(Error::Code::RequestBroken, {u"the Idempotency-Key is longer than 200 characters"_s});
    const bool keyed = !key.isEmpty() && !exchange.route->secretAnswer && request.method == Method::Post && !request.caller.isStranger();
    const Error undo(Error::Code::Cancelled);
    Result<ApiAnswer> answer = undo;
    const auto step = [&]() -> Result<void> {
        request.notes.clear();
        if (secrets)
            if (auto said = store.secrets().expect(request.caller.workspace, *secrets); !said) return (answer = said.error()).error();
        const KeptAnswer::Name name{request.caller.workspace, request.caller.person, key};
        if (keyed) {
            const auto kept = store.idempotency().claim(name, printOf(exchange, request.body), request.now);
            if (!kept) return (answer = kept.error()).error();
            if (*kept) {
                answer = ApiAnswer{(*kept)->status, (*kept)->body, (*kept)->contentType, (*kept)->headers, {}};
                answer->headers.insert("idempotency-replayed", "true");
                return {};
            }
        }
        answer = exchange.route->handler(request);
        if (!answer) return answer.error();
        if (answer->status >= 400) return undo;
        if (auto recorded = record(request, exchange, store); !recorded) return (answer = recorded.error()).error();
        if (keyed) return store.idempotency().keep(name, {answer->status, answer->contentType, answer->headers, answer->body});
        return {};
    };
    auto done = store.transaction(step);
    if (!done && done.error().code == Error::Code::StoreBusy) done = store.transaction(step);
    if (!done && isSecretsMoved(done.error())) return done.error();
    // The commit itself may fail after a good answer.
    if (!done && answer && answer->status < 400) return done.error();
    return answer;
}

} // namespace vox
