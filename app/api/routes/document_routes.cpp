#include "app/api/routes/document_routes.h"
#include "app/api/merge_patch.h"
#include "app/api/routes/conflict_routes.h"
#include "app/api/routes/document_json.h"
#include "app/api/routes/shapes.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/kinds.h"
#include "models/store/replica_check.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestDocument = qint64(8) << 20;

// What is asked of a list; what follows `since` is left out of the answer.
struct Listing {
    DocumentStore::Query query;
    qint64 since = 0;
};

Result<Listing> listingOf(const ApiRequest &request, const KindInfo &kind)
{
    const auto limit = request.number(u"limit"_s, 50, 1, kMostPerPage);
    const auto since = request.number(u"changed_since"_s, 0, 0, qint64(1) << 53);
    if (!limit || !since) return limit ? since.error() : limit.error();
    const auto deleted = askedWhether(request, u"deleted"_s), conflict = askedWhether(request, u"conflict"_s);
    if (!deleted || !conflict) return deleted ? conflict.error() : deleted.error();
    const QString sort = askedFor(request, u"sort"_s);
    if (!sort.isEmpty() && sort != "name"_L1 && sort != "-changed"_L1) return Error(Error::Code::BadValue, {u"sort"_s, u"name, -changed"_s});
    Listing listing;
    listing.since = *since;
    DocumentStore::Query &query = listing.query;
    query.kind = kind.name;
    query.name = askedFor(request, u"name"_s);
    query.text = askedFor(request, u"text"_s);
    query.inConflict = *conflict;
    query.which = *deleted ? DocumentStore::Deleted::Only : DocumentStore::Deleted::Hide;
    query.sort = sort == "-changed"_L1 || *since > 0 ? DocumentStore::Sort::NewestFirst : DocumentStore::Sort::Name;
    query.after = askedFor(request, u"after"_s);
    query.limit = int(*limit);
    return listing;
}

void foreseeList(ApiRequest &request, const KindInfo &kind)
{
    if (const auto listing = listingOf(request, kind)) request.store().documents().foreseePage(listing->query);
}

void foreseeOne(ApiRequest &request, const KindInfo &)
{
    if (const auto id = documentOf(request)) request.store().documents().foreseeOpen(*id);
}

void foreseeHistory(ApiRequest &request, const KindInfo &)
{
    const auto id = documentOf(request);
    const auto limit = request.number(u"limit"_s, 50, 1, kMostPerPage);
    if (id && limit) request.store().documents().foreseeHistory(*id, int(*limit) + 1, askedFor(request, u"after"_s));
}

Result<ApiAnswer> list(ApiRequest &request, const KindInfo &kind)
{
    const auto listing = listingOf(request, kind);
    if (!listing) return listing.error();
    const auto page = request.store().documents().page(listing->query);
    if (!page) return page.error();
    QByteArray items;
    for (const DocumentRow &row : page->rows) {
        if (row.changed.value < listing->since) return pageOf(items, {}); // newest first: what follows is older
        if (!items.isEmpty()) items += ',';
        items += openRow(row) + '}';
    }
    return pageOf(items, page->next);
}

// Answers the new revision, as the row of its document says it.
Result<DocumentRow> write(ApiRequest &request, const KindInfo &kind, DocumentId id, const QStringList &parents, const QByteArray &content,
                          int schema, const QString &name, const QString &message)
{
    const Revision revision = makeRevision(id, kind.name, schema, parents, request.caller.name, request.now, message, content);
    const auto added = request.store().documents().addRevision(revision, content, name, DocumentStore::Copy::Keep);
    if (!added && added.error().code == Error::Code::Conflict) return Error(Error::Code::VersionOutdated, {kind.name});
    if (!added) return added.error();
    return DocumentRow{id, kind.name, listName(name), {*added}, schema, request.now, false, false};
}

// What a new document leaves out has the value a new one has in the console.
QJsonObject withDefaults(const KindInfo &kind, QJsonObject content)
{
    for (const FieldInfo &field : kind.fields)
        if (!content.contains(field.key) && !field.defaultValue.isUndefined()) content.insert(field.key, field.defaultValue);
    return content;
}

Result<ApiAnswer> create(ApiRequest &request, const KindInfo &kind)
{
    const auto body = request.json();
    if (!body) return body.error();
    if (!body->value(u"content"_s).isObject()) return Error(Error::Code::MissingField, {u"/content"_s});
    const QJsonObject content = withDefaults(kind, body->value(u"content"_s).toObject());
    const auto refused = refusedShape(request, kind, content);
    if (refused) return *refused;
    DocumentId id = DocumentId::make(request.now);
    if (const QString wanted = body->value(u"id"_s).toString(); !wanted.isEmpty()) {
        const auto parsed = DocumentId::parse(wanted);
        if (!parsed || wanted.size() != 36) return Error(Error::Code::BadValue, {u"/id"_s, wanted.left(64)});
        if (request.store().documents().find(*parsed)) return Error(Error::Code::Conflict, {wanted});
        id = *parsed;
    }
    const QString name = content.value(u"name"_s).toString();
    const QByteArray canonical = canonicalJson(content);
    const auto made = write(request, kind, id, {}, canonical, kind.schema, name, body->value(u"message"_s).toString().left(1000));
    if (!made) return made.error();
    request.audit(kind.name + u".made"_s, id.text(), name);
    ApiAnswer answer = documentAnswer(kind, *made, canonical, 201);
    answer.headers.insert("location", (u"/api/v1/%1/%2"_s.arg(pluralOf(kind), id.text())).toLatin1());
    return answer;
}

// Whether a row may be changed by this request: one head, the version the client read.
Result<void> isChangeable(const ApiRequest &request, const KindInfo &kind, const DocumentRow &row)
{
    if (const auto version = requireVersion(request, row.head(), kind.name); !version) return version.error();
    if (row.schema > kind.schema) return Error(Error::Code::NewerSchema, {kind.name, QString::number(row.schema)});
    // Who knows one side only must not decide for the other: that is what …/resolve is for.
    if (row.heads.size() > 1) return Error(Error::Code::Conflict, {row.name});
    return {};
}

Result<ApiAnswer> patch(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    const auto body = request.json();
    if (!id || !body) return id ? body.error() : id.error();
    const auto open = openDocument(request, kind, *id);
    if (!open) return open.error();
    const DocumentRow &row = open->row;
    if (const auto may = isChangeable(request, kind, row); !may) return may.error();
    const QJsonObject before = readContent(kind, row.schema, QJsonDocument::fromJson(*open->content).object()).content;
    const QJsonObject content = mergePatched(before, *body).toObject();
    const auto refused = refusedShape(request, kind, content);
    if (refused) return *refused;
    const QByteArray canonical = canonicalJson(content);
    if (canonical == *open->content) return documentAnswer(kind, row, canonical);
    const QString name = content.value(u"name"_s).toString();
    const QString message = QUrl::fromPercentEncoding(request.headers.value("x-message")).left(1000);
    const auto made = write(request, kind, *id, row.heads, canonical, kind.schema, name, message);
    if (!made) return made.error();
    request.audit(kind.name + u".changed"_s, id->text(), name, {{u"revision"_s, made->head()}});
    // What is being edited here speaks for the document's name: only the store knows it then.
    if (row.hasWorkingCopy || name.isEmpty()) return documentAnswer(request, kind, *id);
    return documentAnswer(kind, *made, canonical);
}

Result<ApiAnswer> remove(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    if (!id) return id.error();
    const auto row = livingDocument(request, kind, *id);
    if (!row) return row.error();
    if (const auto may = isChangeable(request, kind, *row); !may) return may.error();
    const auto made = write(request, kind, *id, row->heads, tombstoneContent(), row->schema, row->name, {});
    if (!made) return made.error();
    request.audit(kind.name + u".deleted"_s, id->text(), row->name);
    return ApiAnswer::none();
}

// A cursor is the last revision that was shown: what is made meanwhile stands before it and moves nothing.
Result<ApiAnswer> history(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    const auto limit = request.number(u"limit"_s, 50, 1, kMostPerPage);
    if (!id || !limit) return id ? limit.error() : id.error();
    const auto revisions = request.store().documents().history(*id, int(*limit) + 1, askedFor(request, u"after"_s));
    if (!revisions) return revisions.error();
    if (revisions->isEmpty() || revisions->first().header.kind != kind.name) {
        const auto row = request.store().documents().find(*id);
        if (!row) return row.error();
        if (row->kind != kind.name) return Error(Error::Code::NotFound, {kind.name, id->text()});
    }
    QJsonArray items;
    for (const StoredRevision &revision : *revisions)
        if (items.size() < *limit) items.append(toJson(revision));
    return pageOf(items, revisions->size() > *limit ? (*revisions)[*limit - 1].id : QString());
}

Result<StoredRevision> revisionOf(ApiRequest &request, const KindInfo &kind, DocumentId id, const QString &name)
{
    auto revision = request.store().documents().revision(name);
    if (!revision) return revision;
    if (revision->header.document != id || revision->header.kind != kind.name) return Error(Error::Code::NotFound, {u"revision"_s, name.left(64)});
    return revision;
}

Result<ApiAnswer> revision(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    if (!id) return id.error();
    const auto found = revisionOf(request, kind, *id, request.parameters.value(u"revision"_s));
    if (!found) return found.error();
    const auto content = request.store().documents().content(found->id);
    if (!content) return content.error();
    ApiAnswer answer = ApiAnswer::json(toJson(*found)).tagged(found->id);
    answer.body.chop(1);
    answer.body += ",\"content\":" + *content + '}';
    return answer;
}

// Removes the content of one revision for good, wherever it stands in the workspace; that it was there stays known.
Result<ApiAnswer> erase(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    if (!id) return id.error();
    const auto found = revisionOf(request, kind, *id, request.parameters.value(u"revision"_s));
    if (!found) return found.error();
    if (const auto erased = request.store().replica().eraseContent(found->header.contentSha256); !erased) return erased.error();
    request.audit(kind.name + u".erased"_s, id->text(), {}, {{u"revision"_s, found->id}});
    return ApiAnswer::none();
}

// Brings back an older revision, or of a deleted document the last one that was no tombstone.
Result<ApiAnswer> restore(ApiRequest &request, const KindInfo &kind)
{
    const auto id = documentOf(request);
    const auto body = request.json();
    if (!id || !body) return id ? body.error() : id.error();
    DocumentStore &documents = request.store().documents();
    const auto row = documents.find(*id);
    if (!row) return row.error();
    if (row->kind != kind.name) return Error(Error::Code::NotFound, {kind.name, id->text()});
    if (row->heads.size() > 1) return Error(Error::Code::Conflict, {row->name});
    QString wanted = body->value(u"revision"_s).toString();
    if (wanted.isEmpty()) {
        const auto past = documents.history(*id);
        if (!past) return past.error();
        for (const StoredRevision &step : *past)
            if (wanted.isEmpty() && !step.header.isTombstone() && !step.contentErased) wanted = step.id;
    }
    const auto found = revisionOf(request, kind, *id, wanted);
    if (!found) return found.error();
    if (found->header.isTombstone()) return Error(Error::Code::BadValue, {u"/revision"_s, wanted});
    const auto content = documents.content(found->id);
    if (!content) return content.error();
    const QString name = QJsonDocument::fromJson(*content).object().value(u"name"_s).toString();
    const auto made = write(request, kind, *id, row->heads, *content, found->header.schema, name, body->value(u"message"_s).toString().left(1000));
    if (!made) return made.error();
    request.audit(kind.name + u".restored"_s, id->text(), name, {{u"from"_s, found->id}});
    return documentAnswer(request, kind, *id);
}

RouteParameters listParameters()
{
    using namespace shape;
    RouteParameters out = pageParameters();
    out += {{u"name"_s, text(), u"A part of the name, in any case."_s},
            {u"text"_s, text(), u"Words that stand in the name or anywhere in the text; the last may be unfinished."_s},
            {u"sort"_s, choice({u"name"_s, u"-changed"_s}), u"By name, or the newest change first."_s},
            {u"changed_since"_s, within(0, qint64(1) << 53, 0), u"UTC milliseconds; newest first then."_s},
            {u"conflict"_s, truth(), u"Only those that wait for somebody to resolve a conflict."_s},
            {u"deleted"_s, truth(), u"The deleted ones instead."_s}};
    return out;
}

RouteParameter versionParameter()
{
    return {u"If-Match"_s, shape::text(), u"The ETag of the version that was read, or *."_s, RouteParameter::In::Header, true};
}

QJsonObject contentShape(const KindInfo &kind) { return shape::component(kind.name); }

} // namespace

Routes documentRoutes()
{
    using namespace shape;
    Routes out;
    const auto reads = Access::needs(Permission::ReadDocuments), writes = Access::needs(Permission::WriteDocuments);
    for (const KindInfo *kind : kinds()) {
        const QString base = u"/api/v1/"_s + pluralOf(*kind), one = base + u"/{id}"_s;
        QString tag = pluralOf(*kind);
        tag[0] = tag[0].toUpper();
        const auto with = [kind](auto handler) { return [kind, handler](ApiRequest &request) { return handler(request, *kind); }; };
        const QJsonObject document = component(kind->name + u"_document"_s), row = component(u"document_row"_s);
        const auto ahead = [kind](auto foresee) { return [kind, foresee](ApiRequest &request) { foresee(request, *kind); }; };
        const auto add = [&](Method method, const QString &path, Access access, Handler handler, const QString &summary, QJsonObject in, QJsonObject back,
                             const RouteParameters &takes = {}) {
            Route route{method, path, access, std::move(handler), summary, tag, std::move(in), std::move(back)};
            route.oneStep = method != Method::Get;
            route.bodyLimit = method == Method::Delete ? 0 : kLargestDocument;
            route.takes = takes;
            out.push_back(std::move(route));
        };
        add(Method::Get, base, reads, with(list), u"Lists them by name or by change, a page at a time."_s, {}, page(row), listParameters());
        out.back().foresee = ahead(foreseeList);
        add(Method::Post, base, writes, with(create), u"Makes one. What its rules complain about stays a draft."_s,
            object({{u"content"_s, contentShape(*kind)}, {u"message"_s, text()}, {u"id"_s, text()}}, {u"content"_s}), document);
        add(Method::Get, one, reads, with([](ApiRequest &request, const KindInfo &of) -> Result<ApiAnswer> {
                const auto id = documentOf(request);
                if (!id) return id.error();
                return documentAnswer(request, of, *id);
            }), u"Reads one with its content."_s, {}, document);
        out.back().foresee = ahead(foreseeOne);
        add(Method::Patch, one, writes, with(patch), u"Changes fields by JSON Merge Patch (RFC 7396) of the version in If-Match."_s, anything(), document,
            {versionParameter(), {u"X-Message"_s, text(), u"Why, for the history: UTF-8, percent-encoded where it is not ASCII."_s, RouteParameter::In::Header}});
        add(Method::Delete, one, writes, with(remove), u"Deletes the version in If-Match; the history stays."_s, {}, {}, {versionParameter()});
        add(Method::Get, one + u"/history"_s, reads, with(history), u"Lists its revisions, newest first."_s, {}, page(component(u"revision"_s)),
            pageParameters());
        out.back().foresee = ahead(foreseeHistory);
        add(Method::Get, one + u"/revisions/{revision}"_s, reads, with(revision), u"Reads one revision with its content."_s, {}, component(u"revision"_s));
        add(Method::Delete, one + u"/revisions/{revision}"_s, Access::needs(Permission::EraseContent), with(erase),
            u"Erases the content of a revision for good; its header stays."_s, {}, {});
        add(Method::Post, one + u"/restore"_s, writes, with(restore), u"Brings back an older revision or a deleted document."_s,
            object({{u"revision"_s, text()}, {u"message"_s, text()}}), document);
        for (Route &route : conflictRoutes(*kind, base, tag)) out.push_back(std::move(route));
    }
    return out;
}

} // namespace vox
