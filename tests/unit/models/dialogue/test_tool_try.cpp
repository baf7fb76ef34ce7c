#include "models/dialogue/tool_try.h"
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// With ' for ", so that they can be read here.
QJsonObject object(QByteArray json) { return QJsonDocument::fromJson(json.replace('\'', '"')).object(); }

AgentScript script(const QString &type, const QJsonObject &settings)
{
    AgentScript script;
    script.languages = {u"en"_s};
    script.variables = {{u"code"_s, u"string"_s, {}}, {u"count"_s, u"number"_s, 3}, {u"when"_s, u"timestamp"_s, {}}};
    // No start and nothing that leads anywhere: mistakes of the flow are not the tool's.
    script.flow.nodes = {Node{u"n"_s, type, u"Orders"_s, {}, settings}};
    return script;
}

const char *const kOrder = "{'name':'find order','method':'POST','url':'https://shop.example/orders/{code}?n={count + 1}',"
    "'headers':[{'name':'Authorization','value':'Bearer secret:shop'}],'body':'{\\'code\\': \\'{code}\\', \\'count\\': \\'{count}\\'}',"
    "'changes_outside':true,'timeout_ms':4000,"
    "'saves':[{'path':'order.day','variable':'when'},{'path':'/items/1/name','variable':'code'},{'path':'gone','variable':'count'}]}";

} // namespace

class TestToolTry : public QObject {
    Q_OBJECT
private slots:
    void makesTheRequestOfAConversation()
    {
        const auto made = ToolTry::of(script(u"tool"_s, object(kOrder)), u"n"_s);
        QVERIFY(made);
        QStringList names;
        for (const ToolTry::Input &input : made->inputs()) names.append(input.name);
        QCOMPARE(names, (QStringList{u"code"_s, u"count"_s}));
        QCOMPARE(made->inputs()[1].initial, QJsonValue(3));
        QVERIFY(made->changesOutside());
        const auto call = made->request({{u"code"_s, u"4 2"_s}, {u"count"_s, 7}}, u"en"_s, {1000});
        QVERIFY(call);
        QCOMPARE(call->name, u"find order"_s);
        QCOMPARE(call->method, u"POST"_s);
        QCOMPARE(call->url, u"https://shop.example/orders/4%202?n=8"_s);
        QCOMPARE(call->headers.first().second, u"Bearer secret:shop"_s); // the runner's business
        QCOMPARE(QJsonDocument::fromJson(call->body).object(), object("{'code':'4 2','count':7}"));
        QCOMPARE(call->timeoutMs, 4000);
        QCOMPARE(call->retries, 0);
    }

    void saysWhatWouldBeRemembered()
    {
        const auto made = ToolTry::of(script(u"tool"_s, object(kOrder)), u"n"_s);
        const auto kept = made->kept(object("{'order':{'day':'2026-05-01'},'items':[{'name':'a'},{'name':'b'}]}"));
        QCOMPARE(kept.size(), 3);
        QCOMPARE(kept[0].value, QJsonValue(u"2026-05-01"_s));
        QCOMPARE(kept[1].value, QJsonValue(u"b"_s));
        QVERIFY(kept[2].value.isUndefined());
    }

    void triesAToolOfAModel()
    {
        const QJsonObject model = object("{'tools':[{'name':'first','description':'x','url':'https://a.example/'},"
    "{'name':'weather','description':'x','method':'POST','url':'https://a.example/{city}',"
    "'arguments':[{'name':'city','needed':true,'one_of':['Tver','Omsk']},{'name':'days','type':'integer','needed':false}]}]}");
        QCOMPARE(ToolTry::toolsOf(script(u"model"_s, model).flow.nodes[0]), (QStringList{u"first"_s, u"weather"_s}));
        const auto made = ToolTry::of(script(u"model"_s, model), u"n"_s, 1);
        QVERIFY(made);
        QCOMPARE(made->inputs().size(), 2);
        QVERIFY(made->inputs()[0].argument);
        const auto call = made->request({{u"city"_s, u"Tver"_s}, {u"days"_s, QJsonValue::Null}}, u"en"_s, {});
        QVERIFY(call);
        QCOMPARE(call->url, u"https://a.example/Tver"_s);
        QCOMPARE(QJsonDocument::fromJson(call->body).object(), object("{'city':'Tver'}")); // without a body of its own
        QCOMPARE(made->request({{u"city"_s, u"Rome"_s}}, u"en"_s, {}).error().code, Error::Code::ToolArgumentsWrong);
        QCOMPARE(made->request({}, u"en"_s, {}).error().code, Error::Code::ToolArgumentsWrong);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("code");
        QTest::newRow("an unknown variable") << QByteArray("{'url':'https://a.example/{nothing}'}") << u"ExpressionInvalid"_s;
        QTest::newRow("no address") << QByteArray("{'url':'shop'}") << u"BadValue"_s;
        QTest::newRow("a body that is no JSON") << QByteArray("{'url':'https://a.example/','body':'{'}") << u"NotJson"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QString, code);
        const auto made = ToolTry::of(script(u"tool"_s, object(settings)), u"n"_s);
        QVERIFY(!made);
        QCOMPARE(made.error().codeName(), code);
    }

    void failsWhereAConversationWould()
    {
        const auto made = ToolTry::of(script(u"tool"_s, object("{'url':'https://a.example/{1 / count}'}")), u"n"_s);
        QVERIFY(made);
        QCOMPARE(made->request({{u"count"_s, 0}}, u"en"_s, {}).error().code, Error::Code::ExpressionFailed);
        QVERIFY(!ToolTry::of(script(u"say"_s, {}), u"n"_s));
        QVERIFY(!ToolTry::of(script(u"tool"_s, {}), u"elsewhere"_s));
    }

    void aSecretIsTheAuthorsAlone()
    {
        const auto made = ToolTry::of(script(u"tool"_s, object("{'url':'https://a.example/','headers':[{'name':'X','value':'{code}'}]}")), u"n"_s);
        QCOMPARE(made->request({{u"code"_s, u"secret:shop"_s}}, u"en"_s, {}).error().code, Error::Code::BadValue);
    }

    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("empty") << u"  "_s << int(Type::String) << QJsonValue(QJsonValue::Null);
        QTest::newRow("a code stays text") << u"007"_s << int(Type::String) << QJsonValue(u"007"_s);
        QTest::newRow("a number") << u"2.5"_s << int(Type::Number) << QJsonValue(2.5);
        QTest::newRow("no number") << u"two"_s << int(Type::Number) << QJsonValue(u"two"_s);
        QTest::newRow("yes") << u"true"_s << int(Type::Bool) << QJsonValue(true);
        QTest::newRow("commas") << u"a, b"_s << int(Type::List) << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
        QTest::newRow("a list") << u"[1, 2]"_s << int(Type::List) << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("a map") << u"{\"a\": 1}"_s << int(Type::Map) << QJsonValue(QJsonObject{{u"a"_s, 1}});
        QTest::newRow("anything") << u"hello"_s << int(Type::Dyn) << QJsonValue(u"hello"_s);
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(int, type);
        QFETCH(QJsonValue, value);
        QCOMPARE(typedValue(text, Type(type)), value);
    }

    // Settings as an import or a merge may bring them.
    void hostileSettings()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2000; ++i) {
            QByteArray json = kOrder;
            for (int change = 0; change < 4; ++change) json[random.bounded(json.size())] = char(random.bounded(32, 127));
            const auto made = ToolTry::of(script(u"tool"_s, object(json)), u"n"_s);
            if (made) (void)made->request({{u"code"_s, u"{}"_s}}, u"en"_s, {});
        }
    }
};

QTEST_GUILESS_MAIN(TestToolTry)
#include "test_tool_try.moc"
