#include "models/sync/wire.h"
#include "models/base/json_codec.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

namespace vox::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostInteger = 9007199254740992.0; // 2^53

QString placed(const QString &place, const char *key) { return place + u'/' + QLatin1String(key); }

// Reads the members of one object and keeps the first thing that is wrong.
class Reader {
public:
    Reader(const QJsonObject &object, QString place) : m_object(object), m_place(std::move(place)) {}

    std::optional<Error> error;

    QString text(const char *key, int longest)
    {
        const QJsonValue value = member(key, QJsonValue::String, "text");
        if (value.toString().size() > longest) fail({Error::Code::TooLarge, {placed(m_place, key), QString::number(longest)}});
        return value.toString();
    }
    qint64 integer(const char *key, qint64 least = -qint64(mostInteger), qint64 most = qint64(mostInteger))
    {
        const double number = member(key, QJsonValue::Double, "number").toDouble();
        const bool fits = std::floor(number) == number && std::fabs(number) <= mostInteger && number >= double(least) && number <= double(most);
        if (!fits) fail({Error::Code::OutOfRange, {placed(m_place, key), QString::number(most)}});
        return fits ? qint64(number) : least;
    }
    bool boolean(const char *key) { return member(key, QJsonValue::Bool, "true or false").toBool(); }
    QJsonObject object(const char *key) { return member(key, QJsonValue::Object, "object").toObject(); }
    QJsonArray array(const char *key) { return member(key, QJsonValue::Array, "list").toArray(); }
    QString hash(const char *key) { return checkedHash(text(key, 64), placed(m_place, key)); }
    // Empty is allowed.
    QString hashOrNone(const char *key)
    {
        const QString value = text(key, 64);
        return value.isEmpty() ? value : checkedHash(value, placed(m_place, key));
    }
    QString checkedHash(const QString &value, const QString &place)
    {
        const bool good = value.size() == 64 && std::all_of(value.begin(), value.end(), [](QChar c) {
                              return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
                          });
        if (!good) fail({Error::Code::BadValue, {place, value.left(80)}});
        return value;
    }
    DocumentId document(const QString &value, const QString &place)
    {
        const auto id = DocumentId::parse(value);
        // One document has one name: another spelling of its id would give other hashes.
        if (!id || id->text() != value) fail({Error::Code::BadValue, {place, value.left(80)}});
        return id.value_or(DocumentId());
    }
    void fail(const Error &found)
    {
        if (!error) error = found;
    }

private:
    QJsonValue member(const char *key, QJsonValue::Type type, const char *expected)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined()) fail({Error::Code::MissingField, {placed(m_place, key)}});
        else if (value.type() != type) fail({Error::Code::WrongType, {placed(m_place, key), QLatin1String(expected)}});
        return value;
    }

    QJsonObject m_object;
    QString m_place;
};

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

struct Writer {
    QByteArray operator()(const RevisionItem &item) const
    {
        const Revision &header = item.header;
        QStringList parents = header.parents;
        parents.sort();
        QByteArray out = compact({{u"type"_s, u"revision"_s},
                                  {u"document"_s, header.document.text()},
                                  {u"kind"_s, header.kind},
                                  {u"schema"_s, header.schema},
                                  {u"parents"_s, QJsonArray::fromStringList(parents)},
                                  {u"author"_s, header.author},
                                  {u"created_utc_ms"_s, header.created.value},
                                  {u"message"_s, header.message},
                                  {u"content_sha256"_s, header.contentSha256}});
        if (!item.content) return out;
        // Canonical JSON stands as it is: nothing is parsed to be sent.
        out.chop(1);
        out += ",\"content\":" + *item.content + '}';
        return out;
    }
    QByteArray operator()(const ErasureItem &item) const
    {
        return compact({{u"type"_s, u"erasure"_s}, {u"content_sha256"_s, item.contentSha256}});
    }
    QByteArray operator()(const ReleaseItem &item) const
    {
        QJsonObject documents;
        for (auto it = item.release.documents.cbegin(); it != item.release.documents.cend(); ++it) documents.insert(it.key().text(), it.value());
        return compact({{u"type"_s, u"release"_s},
                        {u"number"_s, item.release.number},
                        {u"documents"_s, documents},
                        {u"author"_s, item.release.author},
                        {u"created_utc_ms"_s, item.release.created.value},
                        {u"message"_s, item.release.message}});
    }
    QByteArray operator()(const EnvironmentItem &item) const
    {
        const EnvironmentState &state = item.state;
        return compact({{u"type"_s, u"environment"_s},
                        {u"environment"_s, enumName(state.environment)},
                        {u"release"_s, state.release},
                        {u"previous"_s, state.previous},
                        {u"generation"_s, state.generation},
                        {u"changed_by"_s, state.changedBy},
                        {u"changed_utc_ms"_s, state.changed.value},
                        {u"scheduled_release"_s, state.scheduledRelease},
                        {u"scheduled_for_utc_ms"_s, state.scheduledFor.value},
                        {u"scheduled_by"_s, state.scheduledBy}});
    }
};

ReplicaItem readRevision(Reader &in, const QJsonObject &object, const QString &place)
{
    RevisionItem item;
    item.header.document = in.document(in.text("document", 40), placed(place, "document"));
    item.header.kind = in.text("kind", 64);
    item.header.schema = int(in.integer("schema", 1, 1'000'000));
    const QJsonArray parents = in.array("parents");
    if (parents.size() > 64) in.fail({Error::Code::TooLarge, {placed(place, "parents"), u"64"_s}});
    else
        for (const QJsonValue &parent : parents) item.header.parents.append(in.checkedHash(parent.toString(), placed(place, "parents")));
    if (QStringList once = item.header.parents; once.removeDuplicates() > 0)
        in.fail({Error::Code::BadValue, {placed(place, "parents"), item.header.parents.first()}});
    item.header.author = in.text("author", 200);
    item.header.created = {in.integer("created_utc_ms", 0)};
    item.header.message = in.text("message", 10'000);
    item.header.contentSha256 = in.hash("content_sha256");
    const QJsonValue content = object.value("content"_L1);
    if (content.isUndefined()) return item;
    if (!content.isObject() && !content.isNull()) in.fail({Error::Code::WrongType, {placed(place, "content"), u"object"_s}});
    else item.content = canonicalJson(content);
    if (item.content && item.content->size() > mostContent)
        in.fail({Error::Code::TooLarge, {placed(place, "content"), QString::number(mostContent)}});
    return item;
}

ReplicaItem readRelease(Reader &in, const QString &place)
{
    ReleaseItem item;
    item.release.number = int(in.integer("number", 1, 1 << 30));
    const QJsonObject documents = in.object("documents");
    for (auto it = documents.begin(); it != documents.end(); ++it) {
        const QString where = placed(place, "documents") + u'/' + it.key().left(40);
        item.release.documents.insert(in.document(it.key(), where), in.checkedHash(it.value().toString(), where));
    }
    item.release.author = in.text("author", 200);
    item.release.created = {in.integer("created_utc_ms", 0)};
    item.release.message = in.text("message", 10'000);
    return item;
}

ReplicaItem readEnvironment(Reader &in, const QString &place)
{
    EnvironmentItem item;
    const QString name = in.text("environment", 40);
    const auto environment = enumFromName<Environment>(name);
    if (!environment || *environment == Environment::Draft) in.fail({Error::Code::BadValue, {placed(place, "environment"), name}});
    item.state.environment = environment.value_or(Environment::Staging);
    item.state.release = in.hashOrNone("release");
    item.state.previous = in.hashOrNone("previous");
    item.state.generation = in.integer("generation", 0);
    item.state.changedBy = in.text("changed_by", 200);
    item.state.changed = {in.integer("changed_utc_ms")};
    item.state.scheduledRelease = in.hashOrNone("scheduled_release");
    item.state.scheduledFor = {in.integer("scheduled_for_utc_ms")};
    item.state.scheduledBy = in.text("scheduled_by", 200);
    return item;
}

Result<QJsonObject> parsed(const QByteArray &json, const QString &what)
{
    if (json.size() > mostPageBytes) return Error(Error::Code::TooLarge, {what, QString::number(mostPageBytes)});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) return Error(Error::Code::NotJson, {what, QString::number(error.offset)}, error.errorString());
    return document.object();
}

QJsonArray idsOf(const QList<DocumentId> &documents)
{
    QJsonArray out;
    for (const DocumentId id : documents) out.append(id.text());
    return out;
}

} // namespace

QByteArray writeItems(const QList<ReplicaItem> &items)
{
    QByteArray out = "[";
    for (const ReplicaItem &item : items) {
        if (out.size() > 1) out += ',';
        out += std::visit(Writer(), item);
    }
    out += ']';
    return out;
}

Result<Items> readItems(const QJsonValue &value, Unknown unknown)
{
    if (!value.isArray()) return Error(Error::Code::WrongType, {u"/items"_s, u"list"_s});
    const QJsonArray array = value.toArray();
    if (array.size() > mostItems) return Error(Error::Code::TooLarge, {u"/items"_s, QString::number(mostItems)});
    Items out;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = u"/items/%1"_s.arg(i);
        if (!array[i].isObject()) return Error(Error::Code::WrongType, {place, u"object"_s});
        const QJsonObject object = array[i].toObject();
        Reader in(object, place);
        const QString type = in.text("type", 64);
        if (type == "revision"_L1) out.items.append(readRevision(in, object, place));
        else if (type == "erasure"_L1) out.items.append(ErasureItem{in.hash("content_sha256")});
        else if (type == "release"_L1) out.items.append(readRelease(in, place));
        else if (type == "environment"_L1) out.items.append(readEnvironment(in, place));
        else if (unknown == Unknown::Refuse) in.fail({Error::Code::BadValue, {placed(place, "type"), type}});
        else if (!out.skipped.contains(type)) out.skipped.append(type);
        if (in.error) return *in.error;
    }
    return out;
}

QByteArray writeChanges(const Changes &changes)
{
    QByteArray out = compact({{u"after"_s, changes.after}, {u"next"_s, changes.next}, {u"more"_s, changes.more}, {u"feed"_s, changes.feed}});
    out.chop(1);
    return out + ",\"items\":" + writeItems(changes.items) + '}';
}

Result<Changes> readChanges(const QByteArray &json)
{
    const auto object = parsed(json, u"sync/changes"_s);
    if (!object) return object.error();
    auto items = readItems(object->value("items"_L1), Unknown::Skip);
    if (!items) return items.error();
    Reader in(*object, {});
    Changes out{in.text("after", 1000), std::move(items->items), items->skipped, in.text("next", 1000), in.boolean("more"), in.text("feed", 200)};
    if (in.error) return *in.error;
    return out;
}

QJsonObject writeNotices(const ConversationNotices &notices)
{
    QJsonArray list;
    for (const ConversationNotice &notice : notices.notices) list.append(QJsonObject{{u"id"_s, notice.id.text()}, {u"erased"_s, notice.erased}});
    return {{u"after"_s, notices.after}, {u"conversations"_s, list}, {u"next"_s, notices.next}, {u"more"_s, notices.more}, {u"feed"_s, notices.feed}};
}

Result<ConversationNotices> readNotices(const QJsonObject &json)
{
    Reader in(json, {});
    ConversationNotices out{in.text("after", 1000), {}, in.text("next", 1000), in.boolean("more"), in.text("feed", 200)};
    const QJsonArray list = in.array("conversations");
    if (list.size() > mostItems) in.fail({Error::Code::TooLarge, {u"/conversations"_s, QString::number(mostItems)}});
    for (const QJsonValue &item : list) {
        if (in.error) return *in.error;
        const QJsonObject object = item.toObject();
        Reader notice(object, u"/conversations"_s);
        const QString text = notice.text("id", 40);
        const bool erased = notice.boolean("erased");
        const auto id = ConversationId::parse(text);
        if (notice.error) return *notice.error;
        // It names a folder here: nothing but an id may.
        if (!id || id->text() != text) return Error(Error::Code::BadValue, {u"/conversations/id"_s, text});
        out.notices.append({*id, erased});
    }
    if (in.error) return *in.error;
    return out;
}

QByteArray writePush(const QList<ReplicaItem> &items) { return "{\"items\":" + writeItems(items) + '}'; }

Result<QList<ReplicaItem>> readPush(const QByteArray &json)
{
    const auto object = parsed(json, u"sync/items"_s);
    if (!object) return object.error();
    auto items = readItems(object->value("items"_L1), Unknown::Refuse);
    if (!items) return items.error();
    return items->items;
}

QJsonObject writeReceived(const Received &received)
{
    return {{u"added"_s, received.added}, {u"changed"_s, idsOf(received.changed)}, {u"split"_s, idsOf(received.split)}};
}

Result<Received> readReceived(const QJsonObject &json)
{
    Reader in(json, {});
    Received out;
    out.added = int(in.integer("added", 0, 1 << 30));
    for (const auto &[key, list] : {std::pair{"changed", &out.changed}, std::pair{"split", &out.split}})
        for (const QJsonValue &id : in.array(key)) list->append(in.document(id.toString(), placed({}, key)));
    if (in.error) return *in.error;
    return out;
}

QJsonObject writeRevisions(const QStringList &revisions) { return {{u"revisions"_s, QJsonArray::fromStringList(revisions)}}; }

Result<QStringList> readRevisions(const QJsonObject &json)
{
    Reader in(json, {});
    const QJsonArray array = in.array("revisions");
    if (array.size() > mostRevisions) return Error(Error::Code::TooLarge, {u"/revisions"_s, QString::number(mostRevisions)});
    QStringList out;
    for (const QJsonValue &id : array) out.append(in.checkedHash(id.toString(), u"/revisions"_s));
    if (in.error) return *in.error;
    return out;
}

QJsonObject writeEntry(const FeedEntry &entry)
{
    return {{u"cursor"_s, entry.cursor},
            {u"type"_s, entry.type},
            {u"subject"_s, entry.subject},
            {u"facts"_s, entry.facts},
            {u"at_utc_ms"_s, entry.at.value}};
}

Result<FeedEntry> readEntry(const QJsonObject &json)
{
    Reader in(json, {});
    FeedEntry out;
    out.cursor = in.text("cursor", 1000);
    out.type = in.text("type", 100);
    out.subject = in.text("subject", 1000);
    out.facts = in.object("facts");
    out.at = {in.integer("at_utc_ms")};
    if (in.error) return *in.error;
    return out;
}

} // namespace vox::wire
