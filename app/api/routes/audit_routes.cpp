#include "app/api/routes/people_json.h"
#include "app/api/routes/people_routes.h"
#include "app/api/routes/shapes.h"
#include "models/store/audit_store.h"
#include "models/store/server_store.h"
#include <QDateTime>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kExportedAtOnce = 1000;

struct AuditPage {
    QList<AuditEntry> entries;
    QString next; // empty: that was all
};

QString asked(const ApiRequest &request, const QString &name)
{
    return request.query.queryItemValue(name, QUrl::FullyDecoded).left(100);
}

Result<AuditPage> page(ApiRequest &request, int limit)
{
    const auto from = request.number(u"from"_s, 0, 0, qint64(1) << 52), to = request.number(u"to"_s, 0, 0, qint64(1) << 52);
    // "after", as in every list; "cursor" is what it was called first.
    const auto before = request.number(request.query.hasQueryItem(u"after"_s) ? u"after"_s : u"cursor"_s, 0, 0, qint64(1) << 52);
    for (const auto *number : {&from, &to, &before})
        if (!*number) return number->error();
    const AuditFilter filter{asked(request, u"person"_s), asked(request, u"action"_s), asked(request, u"subject"_s), asked(request, u"outcome"_s),
                             {*from}, {*to}};
    const auto entries = request.server.audit().list(request.caller.workspace, filter, *before, limit);
    if (!entries) return entries.error();
    return AuditPage{*entries, entries->size() < limit ? QString() : QString::number(entries->last().number)};
}

Result<ApiAnswer> entries(ApiRequest &request)
{
    const auto limit = request.number(u"limit"_s, 100, 1, 200);
    if (!limit) return limit.error();
    const auto found = page(request, int(*limit));
    if (!found) return found.error();
    QJsonArray items;
    for (const AuditEntry &entry : found->entries) items.append(toJson(entry));
    return ApiAnswer::json(QJsonObject{{u"items"_s, items}, {u"next"_s, found->next.isEmpty() ? QJsonValue() : QJsonValue(found->next)}});
}

// RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
QByteArray cell(const QString &text)
{
    QString out = text;
    if (!out.isEmpty() && QStringView(u"=+-@\t\r").contains(out.front())) out.prepend(u'\'');
    if (out.contains(u'"') || out.contains(u',') || out.contains(u'\n') || out.contains(u'\r')) out = u'"' + out.replace(u'"', u"\"\""_s) + u'"';
    return out.toUtf8();
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (const QString &text : cells) line += (line.isEmpty() ? "" : ",") + cell(text);
    return line + "\r\n";
}

QByteArray csv(const QList<AuditEntry> &entries, bool withHead)
{
    QByteArray out = withHead ? csvLine({u"number"_s, u"time"_s, u"actor"_s, u"actor_id"_s, u"via"_s, u"action"_s, u"subject"_s, u"subject_name"_s,
                                         u"address"_s, u"outcome"_s, u"request_id"_s, u"facts"_s})
                              : QByteArray();
    for (const AuditEntry &entry : entries)
        out += csvLine({QString::number(entry.number), QDateTime::fromMSecsSinceEpoch(entry.atUtcMs, Qt::UTC).toString(Qt::ISODateWithMs), entry.actor,
                        entry.actorId, entry.via, entry.action, entry.subject, entry.subjectName, entry.address, entry.outcome, entry.requestId,
                        QString::fromUtf8(QJsonDocument(entry.facts).toJson(QJsonDocument::Compact))});
    return out;
}

// A thousand at once; the header "voxdesk-next" holds the cursor of the next piece.
Result<ApiAnswer> exported(ApiRequest &request)
{
    const QString format = request.query.queryItemValue(u"format"_s);
    if (!format.isEmpty() && format != "csv"_L1 && format != "ndjson"_L1) return Error(Error::Code::BadValue, {u"format"_s, format.left(20)});
    const auto found = page(request, kExportedAtOnce);
    if (!found) return found.error();
    ApiAnswer answer;
    if (format == "ndjson"_L1) {
        answer.contentType = "application/x-ndjson";
        for (const AuditEntry &entry : found->entries) answer.body += QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact) + '\n';
    } else {
        answer.contentType = "text/csv; charset=utf-8";
        answer.body = csv(found->entries, !request.query.hasQueryItem(u"cursor"_s) && !request.query.hasQueryItem(u"after"_s));
    }
    if (!found->next.isEmpty()) answer.headers.insert("voxdesk-next", found->next.toLatin1());
    answer.headers.insert("content-disposition", "attachment; filename=\"audit." + (format == "ndjson"_L1 ? QByteArray("ndjson") : QByteArray("csv")) + '"');
    request.audit(u"audit.exported"_s, {}, {}, {{u"entries"_s, int(found->entries.size())}});
    return answer;
}

} // namespace

Routes auditRoutes()
{
    const QString tag = u"Audit"_s;
    const Access reads = Access::needs(Permission::ReadAudit);
    Route list{Method::Get, u"/api/v1/audit"_s, reads, entries, u"Every access and change, newest first; by person, action, subject, outcome, from, to."_s,
               tag, {}, listSchema(schemaOf<AuditEntry>())};
    Route whole{Method::Get, u"/api/v1/audit/export"_s, reads, exported, u"The same as CSV or, with format=ndjson, as a line of JSON each."_s, tag};
    whole.audited = true;
    using namespace shape;
    const QJsonObject time = within(0, qint64(1) << 52, 0);
    const RouteParameters filters{{u"after"_s, text(), u"\"next\" of the page before."_s},
                                  {u"person"_s, text(), u"Id of who did it."_s},
                                  {u"action"_s, text(), u"As \"agent.changed\"."_s},
                                  {u"subject"_s, text(), u"Id of what it was done to."_s},
                                  {u"outcome"_s, choice({u"done"_s, u"refused"_s, u"failed"_s}), u"How it ended."_s},
                                  {u"from"_s, time, u"UTC milliseconds, from then on."_s},
                                  {u"to"_s, time, u"UTC milliseconds, before then."_s}};
    list.takes = whole.takes = filters;
    list.takes.append({u"limit"_s, within(1, kMostPerPage, 100), u"How many at most."_s});
    whole.takes.append({u"format"_s, choice({u"csv"_s, u"ndjson"_s}), u"csv unless it is said."_s});
    return {list, whole};
}

} // namespace vox
