#include "app/api/routes/conversation_routes.h"
#include "app/api/routes/conversation_json.h"
#include "app/api/routes/shapes.h"
#include "models/conversation/event_names.h"
#include "models/conversation/log.h"
#include "models/store/conversation_entry.h"
#include "models/store/server_store.h"
#include <QJsonArray>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPiece = qint64(1) << 20;
constexpr qint64 kMostEvents = qint64(64) << 20; // of one conversation

Result<ConversationId> conversationOf(const ApiRequest &request)
{
    const QString text = request.parameters.value(u"id"_s);
    if (const auto id = ConversationId::parse(text); id && text.size() == 36) return *id;
    return Error(Error::Code::NotFound, {u"conversation"_s, text.left(64)});
}

template <typename E> Result<std::optional<E>> choice(const ApiRequest &request, const QString &name)
{
    const QString text = askedFor(request, name);
    if (text.isEmpty()) return std::optional<E>();
    if (const auto value = enumFromName<E>(text)) return value;
    return Error(Error::Code::BadValue, {name, text.left(64)});
}

// By number or id; "draft" is not among them: a draft has none. A number nobody gave finds nothing.
Result<QString> releaseAsked(ApiRequest &request)
{
    const QString name = askedFor(request, u"release"_s);
    bool ok = false;
    const int number = name.toInt(&ok);
    if (!ok) return name.left(64);
    const auto release = request.store().releases().releaseByNumber(number);
    if (!release && release.error().code != Error::Code::NotFound) return release.error();
    return release ? release->id() : name;
}

Result<ConversationQuery> queryOf(ApiRequest &request)
{
    ConversationQuery query;
    query.text = askedFor(request, u"text"_s);
    query.agent = askedFor(request, u"agent"_s);
    query.language = askedFor(request, u"language"_s);
    const auto channel = choice<Channel>(request, u"channel"_s);
    const auto outcome = choice<Outcome>(request, u"outcome"_s);
    if (!channel || !outcome) return channel ? outcome.error() : channel.error();
    query.channel = *channel;
    query.outcome = *outcome;
    const auto withErrors = askedWhether(request, u"with_errors"_s), interrupted = askedWhether(request, u"interrupted"_s);
    if (!withErrors || !interrupted) return withErrors ? interrupted.error() : withErrors.error();
    query.withErrors = *withErrors;
    query.interrupted = *interrupted;
    const auto release = releaseAsked(request);
    if (!release) return release.error();
    query.release = *release;
    constexpr qint64 kMost = qint64(1) << 53;
    const auto slower = request.number(u"slower_than_ms"_s, -1, 0, kMost), from = request.number(u"from"_s, -1, 0, kMost),
               to = request.number(u"to"_s, -1, 0, kMost);
    for (const auto *number : {&slower, &from, &to})
        if (!*number) return number->error();
    if (*slower >= 0) query.slowerThanMs = *slower;
    if (*from >= 0) query.from = UtcMs{*from};
    if (*to >= 0) query.to = UtcMs{*to};
    return query;
}

Result<ApiAnswer> list(ApiRequest &request)
{
    const auto query = queryOf(request);
    const auto after = request.number(u"after"_s, 0, 0, std::numeric_limits<qint64>::max());
    if (!query || !after) return query ? after.error() : query.error();
    const auto page = request.store().conversations().query(*query, *after);
    if (!page) return page.error();
    QJsonArray items;
    for (const ConversationRow &row : page->rows) items.append(toJson(row));
    QJsonObject out{{u"items"_s, items}, {u"next"_s, page->next ? QJsonValue(QString::number(page->next)) : QJsonValue()}};
    if (*after == 0) {
        out.insert(u"count"_s, page->count);
        out.insert(u"count_capped"_s, page->countCapped);
    }
    return ApiAnswer::json(out);
}

QJsonObject partJson(const StreamStore::State &state)
{
    return {{u"size"_s, state.size}, {u"sha256"_s, state.sha256.isEmpty() ? QJsonValue() : QJsonValue(state.sha256)}};
}

Result<QJsonObject> partsJson(ApiRequest &request, ConversationId id)
{
    StreamStore &streams = request.server.streams(request.caller.workspace);
    const auto events = streams.state(id, StreamStore::Part::Events), sound = streams.state(id, StreamStore::Part::Recording);
    if (!events || !sound) return events ? sound.error() : events.error();
    return QJsonObject{{u"events"_s, partJson(*events)}, {u"recording"_s, partJson(*sound)}};
}

Result<ApiAnswer> one(ApiRequest &request)
{
    const auto id = conversationOf(request);
    if (!id) return id.error();
    const auto row = request.store().conversations().find(*id);
    const auto parts = partsJson(request, *id);
    if (!row || !parts) return row ? parts.error() : row.error();
    QJsonObject out = toJson(*row);
    out.insert(u"parts"_s, *parts);
    request.audit(u"conversation.read"_s, id->text(), row->agentName);
    return ApiAnswer::json(out);
}

Result<ApiAnswer> eventLog(ApiRequest &request)
{
    const auto id = conversationOf(request);
    if (!id) return id.error();
    const auto bytes = request.store().conversations().events(*id);
    if (!bytes) return bytes.error();
    request.audit(u"conversation.read"_s, id->text());
    ApiAnswer answer;
    if (request.headers.value("accept").contains("application/octet-stream")) {
        answer.contentType = "application/octet-stream"; // the records as they are, for another replica
        answer.body = *bytes;
    } else {
        answer.contentType = "application/x-ndjson";
        answer.body = toNdjson(readLog(*bytes).events);
    }
    return answer;
}

struct Range {
    qint64 first = 0, last = 0;
};

// "bytes=a-b", "bytes=a-", "bytes=-n"; nothing for anything else, which means the whole. OutOfRange when it lies behind the end.
Result<std::optional<Range>> rangeOf(const QByteArray &header, qint64 size)
{
    const QByteArray text = header.trimmed();
    if (!text.startsWith("bytes=") || text.contains(',')) return std::optional<Range>();
    const QList<QByteArray> ends = text.mid(6).split('-');
    bool firstGood = false, lastGood = false;
    const qint64 first = ends.value(0).toLongLong(&firstGood), last = ends.value(1).toLongLong(&lastGood);
    if (ends.size() != 2 || (!firstGood && !lastGood) || (!ends[0].isEmpty() && !firstGood) || (!ends[1].isEmpty() && !lastGood)) return std::optional<Range>();
    Range range{first, lastGood ? std::min(last, size - 1) : size - 1};
    if (!firstGood) range = {std::max<qint64>(0, size - last), size - 1};
    if (range.first > range.last || range.first < 0) return Error(Error::Code::OutOfRange, {u"Range"_s, u"0–%1"_s.arg(size - 1)});
    return std::optional(range);
}

QByteArray soundTypeOf(const QByteArray &start)
{
    if (start.startsWith("OggS")) return "audio/ogg";
    if (start.startsWith("RIFF") || start.startsWith("RF64")) return "audio/wav";
    return "application/octet-stream";
}

Result<ApiAnswer> recording(ApiRequest &request)
{
    const auto id = conversationOf(request);
    if (!id) return id.error();
    StreamStore &streams = request.server.streams(request.caller.workspace);
    const auto state = streams.state(*id, StreamStore::Part::Recording);
    if (!state) return state.error();
    if (state->sha256.isEmpty()) return Error(Error::Code::NotFound, {u"recording"_s, id->text()});
    const auto range = rangeOf(request.headers.value("range"), state->size);
    ApiAnswer answer;
    if (!range) {
        answer = refusal(request, range.error());
        answer.status = 416;
        answer.headers.insert("content-range", "bytes */" + QByteArray::number(state->size));
        return answer;
    }
    const Range part = range->value_or(Range{0, state->size - 1});
    const auto start = streams.read(*id, StreamStore::Part::Recording, 0, std::min<qint64>(4, state->size));
    if (!start) return start.error();
    answer.contentType = soundTypeOf(*start);
    answer.headers.insert("accept-ranges", "bytes");
    if (*range) {
        answer.status = 206;
        answer.headers.insert("content-range", "bytes " + QByteArray::number(part.first) + '-' + QByteArray::number(part.last) + '/' + QByteArray::number(state->size));
    }
    if (part.first == 0) request.audit(u"conversation.heard"_s, id->text());
    answer.stream = {part.last - part.first + 1, [id = *id, workspace = request.caller.workspace, first = part.first](ServerStore &server, qint64 offset, qint64 most) {
        return server.streams(workspace).read(id, StreamStore::Part::Recording, first + offset, most);
    }};
    return std::move(answer).tagged(state->sha256);
}

Result<StreamStore::Part> partOf(const ApiRequest &request)
{
    const QString part = request.parameters.value(u"part"_s);
    if (part == "events"_L1) return StreamStore::Part::Events;
    if (part == "recording"_L1) return StreamStore::Part::Recording;
    return Error(Error::Code::NotFound, {u"part"_s, part.left(64)});
}

Result<ApiAnswer> parts(ApiRequest &request)
{
    const auto id = conversationOf(request);
    if (!id) return id.error();
    const auto json = partsJson(request, *id);
    if (!json) return json.error();
    return ApiAnswer::json(*json);
}

// One that was erased never comes back: not from a desk that was away, nor from a backup.
Result<void> isOpen(ApiRequest &request, ConversationId id)
{
    const auto erased = request.store().conversations().isErased(id);
    if (!erased) return erased.error();
    if (*erased) return Error(Error::Code::Conflict, {u"conversation"_s, u"erased"_s});
    return {};
}

Result<ApiAnswer> upload(ApiRequest &request)
{
    const auto id = conversationOf(request);
    const auto part = partOf(request);
    const auto offset = request.number(u"offset"_s, 0, 0, qint64(1) << 50);
    if (!id || !part || !offset) return !id ? id.error() : !part ? part.error() : offset.error();
    if (const auto open = isOpen(request, *id); !open) return open.error();
    // A finished conversation is what it is.
    if (request.store().conversations().find(*id)) return Error(Error::Code::Conflict, {u"conversation"_s});
    if (*part == StreamStore::Part::Events && *offset + request.body.size() > kMostEvents)
        return Error(Error::Code::TooLarge, {u"events"_s, QString::number(kMostEvents)});
    const auto size = request.server.streams(request.caller.workspace).append(*id, *part, *offset, request.body);
    if (!size && size.error().code == Error::Code::Conflict) {
        ApiAnswer answer = refusal(request, size.error());
        answer.headers.insert("upload-offset", size.error().args.value(0).toLatin1());
        return answer;
    }
    if (!size) return size.error();
    return ApiAnswer::json(QJsonObject{{u"size"_s, *size}});
}

// Seals what was uploaded and takes the conversation into the list. The row is computed from the events: nobody can claim
// another one. A second call with the same hashes answers the same.
Result<ApiAnswer> finish(ApiRequest &request)
{
    const auto id = conversationOf(request);
    const auto body = request.json();
    if (!id || !body) return id ? body.error() : id.error();
    if (const auto open = isOpen(request, *id); !open) return open.error();
    StreamStore &streams = request.server.streams(request.caller.workspace);
    for (const auto &[part, name] : {std::pair{StreamStore::Part::Events, u"events_sha256"_s}, std::pair{StreamStore::Part::Recording, u"recording_sha256"_s}}) {
        const QString sha256 = body->value(name).toString();
        if (sha256.isEmpty() && part == StreamStore::Part::Recording) continue; // a written conversation has no sound
        if (sha256.isEmpty()) return Error(Error::Code::MissingField, {u'/' + name});
        const auto state = streams.state(*id, part);
        if (!state) return state.error();
        if (state->sha256 == sha256) continue;
        if (const auto sealed = streams.seal(*id, part, sha256); !sealed) return sealed.error();
    }
    if (const auto there = request.store().conversations().find(*id)) return ApiAnswer::json(toJson(*there));
    const auto state = streams.state(*id, StreamStore::Part::Events);
    if (!state) return state.error();
    QByteArray bytes;
    while (bytes.size() < state->size) {
        const auto piece = streams.read(*id, StreamStore::Part::Events, bytes.size(), kPiece);
        if (!piece) return piece.error();
        if (piece->isEmpty()) break;
        bytes += *piece;
    }
    const ConversationLog records = readLog(bytes);
    if (records.validBytes != bytes.size() || records.events.isEmpty()) return Error(Error::Code::BadValue, {u"events"_s, u"records of events.log"_s});
    const auto summary = summarise(std::span(records.events.constData(), std::size_t(records.events.size())));
    ConversationRow row = rowOf(*id, summary);
    row.release = body->value(u"release"_s).toString().left(64);
    if (const auto put = request.store().conversations().put({{row, bytes, searchTextOf(summary)}}); !put) return put.error();
    request.audit(u"conversation.uploaded"_s, id->text(), row.agentName);
    return ApiAnswer::json(toJson(row), 201);
}

Result<ApiAnswer> erase(ApiRequest &request)
{
    const auto id = conversationOf(request);
    if (!id) return id.error();
    const auto row = request.store().conversations().find(*id);
    if (!row) return row.error();
    if (const auto erased = request.store().conversations().erase(*id); !erased) return erased.error();
    if (const auto erased = request.server.streams(request.caller.workspace).erase(*id); !erased) return erased.error();
    request.audit(u"conversation.erased"_s, id->text(), row->agentName);
    return ApiAnswer::none();
}

template <typename E> QJsonObject namesOf()
{
    QStringList names;
    for (const auto &one : EnumNames<E>::all) names.append(QString::fromLatin1(one.name));
    return shape::choice(names);
}

RouteParameters listParameters()
{
    using namespace shape;
    const QJsonObject time = within(0, qint64(1) << 53, 0);
    return {{u"after"_s, text(), u"\"next\" of the page before."_s},
            {u"text"_s, text(), u"Words of the transcript; the last may be unfinished."_s},
            {u"agent"_s, text(), u"Id of the agent."_s},
            {u"release"_s, text(), u"Number or id of the release that answered."_s},
            {u"language"_s, text(), u"BCP 47, as the conversation began."_s},
            {u"channel"_s, namesOf<Channel>(), u"How the caller came."_s},
            {u"outcome"_s, namesOf<Outcome>(), u"How it ended."_s},
            {u"from"_s, time, u"Began at or after, UTC milliseconds."_s},
            {u"to"_s, time, u"Began before, UTC milliseconds."_s},
            {u"slower_than_ms"_s, integer(), u"p95 of its latency at least."_s},
            {u"with_errors"_s, truth(), u"Only those in which something failed."_s},
            {u"interrupted"_s, truth(), u"Only those in which the caller interrupted."_s}};
}

} // namespace

Routes conversationRoutes()
{
    using namespace shape;
    Routes out;
    const auto reads = Access::needs(Permission::ReadConversations), writes = Access::needs(Permission::WriteConversations);
    const QJsonObject row = component(u"conversation"_s);
    const auto add = [&](Method method, const QString &path, Access access, Handler handler, const QString &summary, QJsonObject in, QJsonObject back) -> Route & {
        Route route{method, u"/api/v1/conversations"_s + path, access, std::move(handler), summary, u"Conversations"_s, std::move(in), std::move(back)};
        route.oneStep = method != Method::Get;
        out.push_back(std::move(route));
        return out.back();
    };
    add(Method::Get, {}, reads, list, u"Searches conversations, newest first, fifty a page."_s, {}, page(row)).takes = listParameters();
    add(Method::Get, u"/{id}"_s, reads, one, u"Reads one conversation's figures."_s, {}, row).audited = true;
    add(Method::Get, u"/{id}/events"_s, reads, eventLog, u"Reads its events, one JSON object a line."_s, {}, {}).audited = true;
    add(Method::Get, u"/{id}/recording"_s, reads, recording, u"Reads the recording or a range of it."_s, {}, {}).takes =
        {{u"Range"_s, text(), u"bytes=a-b, bytes=a- or bytes=-n."_s, RouteParameter::In::Header}};
    const QJsonObject part = object({{u"size"_s, integer()}, {u"sha256"_s, anything()}});
    add(Method::Get, u"/{id}/parts"_s, writes, parts, u"Says how much of an upload has come."_s, {}, object({{u"events"_s, part}, {u"recording"_s, part}}));
    Route &put = add(Method::Put, u"/{id}/parts/{part}"_s, writes, upload, u"Appends at most 1 MiB at ?offset=; 409 says in Upload-Offset where to go on."_s, anything(), object({{u"size"_s, integer()}}));
    put.takes = {{u"offset"_s, integer(), u"How much is there already."_s, RouteParameter::In::Query, true}};
    put.bodyLimit = kPiece;
    put.quiet = true;
    add(Method::Post, u"/{id}/finish"_s, writes, finish, u"Seals an upload and lists the conversation."_s,
        object({{u"events_sha256"_s, text()}, {u"recording_sha256"_s, text()}, {u"release"_s, text()}}, {u"events_sha256"_s}), row);
    add(Method::Delete, u"/{id}"_s, Access::needs(Permission::EraseConversations), erase, u"Erases a conversation for good."_s, {}, {}).bodyLimit = 0;
    return out;
}

} // namespace vox
