#include "models/base/check_fields.h"
#include "models/base/fields.h"
#include "models/base/json_schema.h"
#include <QJsonDocument>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {
enum class Size { Small, Large };
struct Part {
    QString id;
    QString name;
};
struct Thing {
    QString title;
    std::optional<qint64> count;
    double share = 0.5;
    bool good = true;
    Size size = Size::Small;
    LocalizedText text;
    LocalizedTexts phrases;
    QStringList tags;
    Money price{1250, u"EUR"_s};
    QList<Part> parts;
};
} // namespace

namespace vox {
template <> struct EnumNames<Size> {
    static constexpr const char *context = "Size";
    static constexpr std::array all{EnumName<Size>{Size::Small, "small", "Small"}, EnumName<Size>{Size::Large, "large", "Large"}};
};
template <> struct Fields<Part> {
    static constexpr const char *context = "Part";
    static constexpr auto all = std::tuple{field("id", &Part::id, "Id"), field("name", &Part::name, "Name").asRequired().upTo(5)};
};
template <> struct Fields<Thing> {
    static constexpr const char *context = "Thing";
    static constexpr auto all = std::tuple{
        field("title", &Thing::title, "Title").asRequired().upTo(10), field("count", &Thing::count, "Count").between(0, 9),
        field("share", &Thing::share, "Share").between(0, 1),         field("good", &Thing::good, "Good"),
        field("size", &Thing::size, "Size"),                          field("text", &Thing::text, "Text").upTo(10),
        field("phrases", &Thing::phrases, "Phrases"),                 field("tags", &Thing::tags, "Tags").upTo(3),
        field("price", &Thing::price, "Price"),                       field("parts", &Thing::parts, "Parts"),
    };
};
} // namespace vox

class TestFields : public QObject {
    Q_OBJECT
private slots:
    void roundTrip();
    void readingIsLenient();
    void checks_data();
    void checks();
    void unknownMayBeKept();
    void schema();
    void money_data();
    void money();
    void ids();
    void localized();
};

void TestFields::roundTrip()
{
    Thing thing;
    thing.title = u"Стол"_s;
    thing.count = 3;
    thing.size = Size::Large;
    thing.text.byTag = {{u"en"_s, u"table"_s}, {u"ru"_s, u"стол"_s}};
    thing.phrases.byTag = {{u"en"_s, {u"a"_s, u"b"_s}}};
    thing.tags = {u"x"_s};
    thing.price = {-5, u"JPY"_s};
    thing.parts = {{u"1"_s, u"leg"_s}};
    const QJsonObject json = toJson(thing);
    QCOMPARE(toJson(fromJson<Thing>(json)), json);
    QVERIFY(checkFields(fieldsOf<Thing>(), json, UnknownFields::Refuse).isEmpty());
    QVERIFY(!toJson(Thing()).contains("count"_L1)); // absence stays absence
}

void TestFields::readingIsLenient()
{
    const Thing thing = fromJson<Thing>(QJsonDocument::fromJson(R"({"title":7,"share":"x","size":"huge","tags":["a",1],"parts":[1,{"name":"n"}],"new":1})").object());
    QCOMPARE(thing.title, QString());
    QCOMPARE(thing.share, 0.5);
    QCOMPARE(thing.size, Size::Small);
    QCOMPARE(thing.tags, QStringList{u"a"_s});
    QCOMPARE(thing.parts.size(), 1);
}

void TestFields::checks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("found"); // "code path ..."
    const auto row = [](const char *name, const char *json, const QString &found) { QTest::newRow(name) << QByteArray(json) << found; };
    row("good", R"({"title":"a"})", {});
    row("missing", R"({})", u"MissingField /title"_s);
    row("blank", R"({"title":"  "})", u"MissingField /title"_s);
    row("null is absent", R"({"title":"a","count":null})", {});
    row("too long", R"({"title":"12345678901"})", u"OutOfRange /title"_s);
    row("not text", R"({"title":[]})", u"WrongType /title"_s);
    row("not whole", R"({"title":"a","count":1.5})", u"WrongType /count"_s);
    row("too big", R"({"title":"a","count":10,"share":-0.1})", u"OutOfRange /count OutOfRange /share"_s);
    row("not boolean", R"({"title":"a","good":1})", u"WrongType /good"_s);
    row("no such choice", R"({"title":"a","size":"huge"})", u"BadValue /size"_s);
    row("text by tag", R"({"title":"a","text":{"en":1,"r/u":"12345678901"}})", u"WrongType /text/en OutOfRange /text/r~1u"_s);
    row("list by tag", R"({"title":"a","phrases":{"en":"x","ru":[1]}})", u"WrongType /phrases/en WrongType /phrases/ru/0"_s);
    row("too many", R"({"title":"a","tags":["1","2","3","4"]})", u"OutOfRange /tags"_s);
    row("money", R"({"title":"a","price":{"amount":"1,5","currency":"EUR"}})", u"WrongType /price"_s);
    row("inside a list", R"({"title":"a","parts":[{"name":"123456","x":1},5]})", u"OutOfRange /parts/0/name UnknownField /parts/0/x WrongType /parts/1"_s);
    row("same id", R"({"title":"a","parts":[{"id":"1","name":"a"},{"id":"1","name":"b"}]})", u"BadValue /parts/1/id"_s);
    row("unknown", R"({"title":"a","a/b~":1})", u"UnknownField /a~1b~0"_s);
}

void TestFields::checks()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, found);
    QStringList parts;
    for (const Problem &problem : checkFields(fieldsOf<Thing>(), QJsonDocument::fromJson(json).object(), UnknownFields::Refuse)) {
        parts.append(problem.error.codeName() + u' ' + problem.path);
        QCOMPARE(problem.error.args.first(), problem.path);
    }
    QCOMPARE(parts.join(u' '), found);
}

void TestFields::unknownMayBeKept()
{
    QVERIFY(checkFields(fieldsOf<Thing>(), {{u"title"_s, u"a"_s}, {u"x"_s, 1}}, UnknownFields::Keep).isEmpty());
    const Problems below = checkFields(fieldsOf<Thing>(), {}, UnknownFields::Keep, u"/things/3"_s);
    QCOMPARE(below.first().path, u"/things/3/title"_s);
}

void TestFields::schema()
{
    const QJsonObject schema = jsonSchema(fieldsOf<Thing>());
    QCOMPARE(schema.value("required"_L1).toArray(), (QJsonArray{u"title"_s}));
    QCOMPARE(schema.value("additionalProperties"_L1).toBool(true), false);
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    QCOMPARE(properties.size(), fieldsOf<Thing>().size());
    QCOMPARE(properties["count"_L1]["maximum"_L1].toInt(), 9);
    QCOMPARE(properties["size"_L1]["enum"_L1].toArray(), (QJsonArray{u"small"_s, u"large"_s}));
    QCOMPARE(properties["share"_L1]["default"_L1].toDouble(), 0.5);
    QCOMPARE(properties["parts"_L1]["items"_L1]["properties"_L1]["name"_L1]["maxLength"_L1].toInt(), 5);
    QCOMPARE(properties["phrases"_L1]["additionalProperties"_L1]["items"_L1]["type"_L1].toString(), u"string"_s);
}

void TestFields::money_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("text"); // empty: refused
    QTest::newRow("cents") << u"12.5"_s << u"EUR"_s << u"12.50"_s;
    QTest::newRow("negative") << u"-0.05"_s << u"RUB"_s << u"-0.05"_s;
    QTest::newRow("no minor unit") << u"500"_s << u"JPY"_s << u"500"_s;
    QTest::newRow("three places") << u"1.005"_s << u"KWD"_s << u"1.005"_s;
    QTest::newRow("too many places") << u"1.005"_s << u"EUR"_s << QString();
    QTest::newRow("comma") << u"1,5"_s << u"EUR"_s << QString();
    QTest::newRow("empty") << QString() << u"EUR"_s << QString();
    QTest::newRow("dot only") << u"1."_s << u"EUR"_s << QString();
    QTest::newRow("huge") << u"1234567890123456"_s << u"EUR"_s << QString();
}

void TestFields::money()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    QFETCH(QString, text);
    const auto money = Money::parse(amount, currency);
    QCOMPARE(money ? money->amountText() : QString(), text);
}

void TestFields::ids()
{
    // RFC 9562, appendix A.6: UUIDv7 of 2022-02-22 19:22:22 UTC.
    const QUuid uuid = makeUuidV7({0x017F22E279B0}, {0xCC, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F});
    QCOMPARE(uuid.toString(QUuid::WithoutBraces), u"017f22e2-79b0-7cc3-98c4-dc0c0c07398f"_s);
    QVERIFY(DocumentId::make({1}).text() < DocumentId::make({2}).text());
    QVERIFY(DocumentId::make({1}) != DocumentId::make({1}));
    QVERIFY(!DocumentId::parse(u"nonsense"));
    QCOMPARE(DocumentId::parse(uuid.toString())->text(), uuid.toString(QUuid::WithoutBraces));
}

void TestFields::localized()
{
    LocalizedText text;
    QCOMPARE(text.in(u"en"_s), QString());
    text.byTag = {{u"en-GB"_s, u"colour"_s}, {u"ru"_s, u"цвет"_s}};
    QCOMPARE(text.in(u"ru"_s), u"цвет"_s);
    QCOMPARE(text.in(u"en-US"_s), u"colour"_s);
    QCOMPARE(text.in(u"de"_s), u"colour"_s);
}

QTEST_GUILESS_MAIN(TestFields)
#include "test_fields.moc"
