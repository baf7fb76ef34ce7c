#include "app/api/routes/sync_routes.h"
#include "app/api/routes/shapes.h"
#include "models/store/store.h"
#include "models/sync/serve.h"
#include <QJsonArray>
#include <QUuid>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The name of this database's feed. Made when it is first asked for; of two servers that do so at once, the row decides.
Result<QString> feedName(Store &store)
{
    const QString key = u"sync.feed"_s;
    auto value = store.settings().get(key);
    if (!value) return value.error();
    if (value->isString()) return value->toString();
    if (const auto put = store.settings().put(key, QUuid::createUuid().toString(QUuid::WithoutBraces)); !put) return put.error();
    value = store.settings().get(key);
    if (!value) return value.error();
    return value->toString();
}

Result<ApiAnswer> changes(ApiRequest &request)
{
    const auto limit = request.number(u"limit"_s, 500, 1, wire::mostItems);
    if (!limit) return limit.error();
    const auto feed = feedName(request.store());
    if (!feed) return feed.error();
    const auto found = changesAfter(request.store(), request.query.queryItemValue(u"after"_s, QUrl::FullyDecoded), int(*limit), *feed);
    if (!found) return found.error();
    ApiAnswer answer;
    answer.body = wire::writeChanges(*found);
    return answer;
}

Result<ApiAnswer> conversations(ApiRequest &request)
{
    const auto limit = request.number(u"limit"_s, 500, 1, wire::mostItems);
    if (!limit) return limit.error();
    const auto feed = feedName(request.store());
    if (!feed) return feed.error();
    const auto found = conversationsAfter(request.store(), request.query.queryItemValue(u"after"_s, QUrl::FullyDecoded), int(*limit), *feed);
    if (!found) return found.error();
    return ApiAnswer::json(wire::writeNotices(*found));
}

// Documents for whoever may write them; releases, environments and erasures only from who restores a whole workspace.
Result<ApiAnswer> items(ApiRequest &request)
{
    const auto pushed = wire::readPush(request.body);
    if (!pushed) return pushed.error();
    const bool manages = request.caller.may(Permission::ManageWorkspace), erases = request.caller.may(Permission::EraseContent);
    const auto received = takeItems(request.store(), *pushed, manages ? Trust::Everything : erases ? Trust::Erasures : Trust::Documents);
    if (!received && received.error().code == Error::Code::Refused)
        return Error(Error::Code::Forbidden, {enumName(erases ? Permission::ManageWorkspace : Permission::EraseContent)});
    if (!received) return received.error();
    if (received->added > 0) {
        QJsonArray documents;
        for (const DocumentId &id : received->changed.first(qMin<qsizetype>(20, received->changed.size()))) documents.append(id.text());
        request.audit(u"documents.received"_s, {}, {}, {{u"added"_s, received->added}, {u"changed"_s, received->changed.size()}, {u"documents"_s, documents}});
    }
    return ApiAnswer::json(wire::writeReceived(*received));
}

Result<ApiAnswer> missing(ApiRequest &request)
{
    const auto body = request.json();
    if (!body) return body.error();
    const auto revisions = wire::readRevisions(*body);
    if (!revisions) return revisions.error();
    const auto absent = request.store().replica().missing(*revisions);
    if (!absent) return absent.error();
    return ApiAnswer::json(wire::writeRevisions(*absent));
}

} // namespace

Routes syncRoutes()
{
    using namespace shape;
    const QJsonObject revisions = object({{u"revisions"_s, listOf(text())}}, {u"revisions"_s});
    Routes out;
    const auto add = [&](Method method, const QString &path, Permission permission, Handler handler, const QString &summary, QJsonObject in, QJsonObject back) -> Route & {
        out.push_back({method, u"/api/v1/sync/"_s + path, Access::needs(permission), std::move(handler), summary, u"Sync"_s, std::move(in), std::move(back)});
        if (method == Method::Get)
            out.back().takes = {{u"after"_s, text(), u"Where the last page ended; absent: from the beginning."_s}, {u"limit"_s, within(1, wire::mostItems, 500), u"How many at most."_s}};
        return out.back();
    };
    add(Method::Get, u"changes"_s, Permission::ReadDocuments, changes, u"What the feed holds after a place, with contents."_s, {},
        object({{u"after"_s, text()}, {u"items"_s, listOf(anything())}, {u"next"_s, text()}, {u"more"_s, truth()}, {u"feed"_s, text()}}));
    add(Method::Get, u"conversations"_s, Permission::ReadConversations, conversations, u"Which conversations were finished or erased after a place."_s, {},
        object({{u"after"_s, text()}, {u"conversations"_s, listOf(object({{u"id"_s, text()}, {u"erased"_s, truth()}}))}, {u"next"_s, text()}, {u"more"_s, truth()}, {u"feed"_s, text()}}));
    Route &push = add(Method::Post, u"items"_s, Permission::WriteDocuments, items, u"Takes in revisions, all or none; what is there already changes nothing."_s,
                      object({{u"items"_s, listOf(anything())}}, {u"items"_s}),
                      object({{u"added"_s, integer()}, {u"changed"_s, listOf(text())}, {u"split"_s, listOf(text())}}));
    push.bodyLimit = wire::mostPageBytes;
    push.oneStep = true;
    push.quiet = true;
    Route &ask = add(Method::Post, u"missing"_s, Permission::ReadDocuments, missing, u"Which of these revisions are not here."_s, revisions, revisions);
    ask.quiet = true;
    return out;
}

} // namespace vox
