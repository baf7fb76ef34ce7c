#include "app/workspace/conversation_download.h"
#include "app/workspace/conversation_places.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "models/store/feed_entries.h"
#include "models/store/store.h"
#include "models/sync/wire.h"
#include <QDir>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDownloadPage = 500;

} // namespace

struct ConversationDownload::Incoming {
    QList<ConversationId> ids;  // to be fetched
    wire::ConversationNotices page;
};

void ConversationDownload::begin(Done done)
{
    m_done = std::move(done);
    nextPage();
}

void ConversationDownload::nextPage()
{
    whenDone(m_workspace.stores().read([](Store &store) { return ConversationPlaces::load(store); }), this, [this](const Result<ConversationPlaces> &state) {
        if (!state) return over(state.error());
        ServerRequest request;
        request.path = u"sync/conversations"_s;
        request.query.addQueryItem(u"after"_s, state->pull);
        request.query.addQueryItem(u"limit"_s, QString::number(kDownloadPage));
        whenDone(m_server.request(request), this, [this, state = *state](const Result<ServerAnswer> &answer) {
            // A server without them, or another database: from its beginning.
            const bool lost = !answer && answer.error().code == Error::Code::BadValue && !state.pull.isEmpty();
            if (!answer && !lost) return over(isAboutTheLine(answer.error()) ? std::optional(answer.error()) : std::nullopt);
            auto incoming = std::make_shared<Incoming>();
            if (!lost) {
                const auto page = wire::readNotices(answer->json.toObject());
                if (!page) return over(page.error());
                incoming->page = *page;
            }
            if (lost || (!state.feed.isEmpty() && state.feed != incoming->page.feed)) {
                incoming->page = {};
                incoming->page.more = true;
                return passIncoming(incoming);
            }
            const auto look = [page = incoming->page, root = m_workspace.folder() + u"/conversations/"_s](Store &store) -> Result<QList<ConversationId>> {
                QList<ConversationId> wanted;
                for (const wire::ConversationNotice &notice : page.notices) {
                    const bool here = bool(store.conversations().find(notice.id));
                    const auto erased = store.conversations().isErased(notice.id);
                    if (!erased) return erased.error();
                    if (!notice.erased && !here && !*erased) wanted.append(notice.id);
                    // A server that was restored has it again: it is told once more.
                    if (!notice.erased && !here && *erased)
                        if (const auto told = store.feed().add(conversationErasedEntry(notice.id, Origin::Here)); !told) return told.error();
                    if (!notice.erased) continue;
                    wanted.removeAll(notice.id);
                    if (!here) continue;
                    if (const auto erased = store.conversations().erase(notice.id, Origin::Elsewhere); !erased) return erased.error();
                    QDir(root + notice.id.text()).removeRecursively();
                }
                return wanted;
            };
            if (!incoming->page.notices.isEmpty()) m_moved = true;
            whenDone(m_workspace.stores().write(look), this, [this, incoming](const Result<QList<ConversationId>> &wanted) {
                if (!wanted) return over(wanted.error());
                incoming->ids = *wanted;
                nextIncoming(incoming);
            });
        });
    });
}

void ConversationDownload::nextIncoming(const std::shared_ptr<Incoming> &incoming)
{
    if (incoming->ids.isEmpty()) return passIncoming(incoming);
    const ConversationId id = incoming->ids.takeFirst();
    ServerRequest request;
    request.path = u"conversations/%1/events"_s.arg(id.text());
    request.headers.insert("accept", "application/octet-stream");
    request.wantsJson = false;
    request.timeoutMs = 60'000;
    whenDone(m_server.request(request), this, [this, incoming, id](const Result<ServerAnswer> &answer) {
        if (answer) return takeIn(incoming, id, answer->bytes);
        if (isAboutTheLine(answer.error())) return over(answer.error());
        nextIncoming(incoming); // erased meanwhile
    });
}

void ConversationDownload::takeIn(const std::shared_ptr<Incoming> &incoming, ConversationId id, const QByteArray &events)
{
    const auto put = [id, events](Store &store) -> Result<void> {
        const ConversationLog log = readLog(events);
        if (log.events.isEmpty()) return {}; // nothing a list could show
        const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
        return store.conversations().put({{rowOf(id, summary), events.first(log.validBytes), searchTextOf(summary)}}, Origin::Elsewhere);
    };
    whenDone(m_workspace.stores().write(put), this, [this, incoming](const Result<void> &done) {
        if (!done) return over(done.error());
        nextIncoming(incoming);
    });
}

void ConversationDownload::passIncoming(const std::shared_ptr<Incoming> &incoming)
{
    const auto pass = [page = incoming->page](Store &store) -> Result<void> {
        auto state = ConversationPlaces::load(store);
        if (!state) return state.error();
        state->pull = page.next;
        state->feed = page.feed;
        return state->save(store);
    };
    whenDone(m_workspace.stores().write(pass), this, [this, more = incoming->page.more](const Result<void> &done) {
        if (!done) return over(done.error());
        if (more) nextPage();
        else over(std::nullopt);
    });
}

// Moved out first: the answer may begin the next round.
void ConversationDownload::over(const std::optional<Error> &error)
{
    std::exchange(m_done, {})(error);
}

} // namespace vox
