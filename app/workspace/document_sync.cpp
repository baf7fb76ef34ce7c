#include "app/workspace/document_sync.h"
#include "app/workspace/rebase_copy.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int tellEveryMs = 1'000; // while a round of many pages goes on
constexpr int pageTimeoutMs = 60'000;

} // namespace

DocumentSync::DocumentSync(Workspace &workspace, TeamServer &server)
    : m_workspace(workspace), m_server(server), m_exchange(std::make_shared<Exchange>())
{
    m_sinceTold.start();
}

DocumentSync::~DocumentSync() = default;

void DocumentSync::kick()
{
    if (std::exchange(m_busy, true)) {
        m_again = true;
        return;
    }
    m_workspace.stores().write([exchange = m_exchange](Store &) -> Result<void> {
        exchange->again();
        return {};
    });
    step();
}

void DocumentSync::reconnected()
{
    m_workspace.stores().write([exchange = m_exchange](Store &) -> Result<void> {
        exchange->reconnected();
        return {};
    });
}

void DocumentSync::step()
{
    const auto future = m_workspace.stores().write([exchange = m_exchange](Store &store) { return exchange->next(store); });
    whenDone(future, this, [this](const Result<Exchange::Step> &next) {
        if (!next) return end(next.error());
        if (std::holds_alternative<Exchange::Done>(*next)) return end(std::nullopt);
        ask(*next);
    });
}

void DocumentSync::ask(const Exchange::Step &step)
{
    ServerRequest request;
    request.wantsJson = false;
    request.timeoutMs = pageTimeoutMs;
    if (const auto *pull = std::get_if<Exchange::Pull>(&step)) {
        request.path = u"sync/changes"_s;
        request.query.addQueryItem(u"after"_s, pull->after);
        request.query.addQueryItem(u"limit"_s, QString::number(pull->limit));
    } else {
        const auto *push = std::get_if<Exchange::Push>(&step);
        request.method = "POST";
        request.path = push ? u"sync/items"_s : u"sync/missing"_s;
        request.bytes = push ? push->body
                             : QJsonDocument(wire::writeRevisions(std::get<Exchange::AskMissing>(step).revisions)).toJson(QJsonDocument::Compact);
        request.headers.insert("content-type", "application/json");
    }
    whenDone(m_server.request(request), this, [this, kind = step.index()](const Result<ServerAnswer> &answer) {
        const auto exchange = m_exchange;
        if (!answer) {
            return takeIn([exchange, error = answer.error()](Store &store) { return exchange->refused(store, error); });
        }
        takeIn([exchange, kind, bytes = answer->bytes](Store &store) -> Result<Effect> {
            if (kind == Exchange::Step(Exchange::Push()).index()) return exchange->pushed(store);
            if (kind == Exchange::Step(Exchange::Pull()).index()) {
                const auto page = wire::readChanges(bytes);
                if (!page) return page.error();
                return exchange->pulled(store, *page);
            }
            const auto missing = wire::readRevisions(QJsonDocument::fromJson(bytes).object());
            if (!missing) return missing.error();
            return exchange->missing(store, *missing);
        });
    });
}

// What came and what it means for what is being written is one transaction.
template <typename Work> void DocumentSync::takeIn(Work work)
{
    const auto future = m_workspace.stores().write([work, author = m_workspace.author(), now = m_workspace.now()](Store &store) -> Result<Effect> {
        Result<Effect> effect = Effect{};
        const auto done = store.transaction([&]() -> Result<void> {
            effect = work(store);
            if (!effect) return effect.error();
            for (const DocumentId id : effect->changed)
                if (const auto rebased = rebaseCopy(store, id, author, now); !rebased) return rebased;
            return {};
        });
        if (!done) return done.error();
        return effect;
    });
    whenDone(future, this, [this](const Result<Effect> &effect) { taken(effect); });
}

void DocumentSync::taken(const Result<Effect> &effect)
{
    if (!effect) return end(effect.error());
    m_moved = m_moved || !effect->changed.isEmpty();
    if (m_moved && m_sinceTold.elapsed() > tellEveryMs) {
        m_moved = false;
        m_sinceTold.restart();
        emit documentsMoved();
    }
    if (effect->environments) emit environmentsMoved();
    step();
}

void DocumentSync::end(const std::optional<Error> &error)
{
    m_busy = false;
    if (std::exchange(m_moved, false)) {
        m_sinceTold.restart();
        emit documentsMoved();
    }
    if (error) {
        reconnected();
        m_again = false; // whoever hears of the failure decides when
        emit failed(*error);
        return;
    }
    emit finished();
    if (std::exchange(m_again, false)) kick();
}

} // namespace vox
