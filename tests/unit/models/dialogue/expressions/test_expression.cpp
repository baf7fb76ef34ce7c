#include "models/dialogue/expressions/template_text.h"
#include <QJsonArray>
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestExpression : public QObject {
    Q_OBJECT

    const QJsonObject variables{{u"n"_s, 7}, {u"x"_s, 2.5}, {u"city"_s, u"Тверь"_s}, {u"flag"_s, true}, {u"nothing"_s, QJsonValue::Null},
                                {u"now"_s, u"2026-11-20T10:30:00Z"_s}, {u"items"_s, QJsonArray{1, 2, 3}},
                                {u"order"_s, QJsonObject{{u"code"_s, u"AB-42"_s}, {u"total"_s, 99.5}, {u"lines"_s, QJsonArray{QJsonObject{{u"name"_s, u"lamp"_s}}}}}}};
    const Scope scope{{u"n"_s, Type::Number}, {u"x"_s, Type::Number}, {u"city"_s, Type::String}, {u"flag"_s, Type::Bool}, {u"nothing"_s, Type::Dyn},
                      {u"now"_s, Type::Timestamp}, {u"items"_s, Type::List}, {u"order"_s, Type::Map}};

    QString run(const QString &text) const
    {
        const auto expression = Expression::compile(text, scope);
        if (!expression) return u"refused: "_s + expression.error().args[1] + u'@' + expression.error().args[2];
        const auto value = expression->evaluate({variables, scope});
        if (!value) return u"failed: "_s + value.error().args[1];
        const QJsonValue json = value->toJson();
        if (json.isString()) return u'"' + json.toString() + u'"';
        if (json.isArray() || json.isObject()) return QString::fromUtf8(QJsonDocument::fromVariant(json.toVariant()).toJson(QJsonDocument::Compact));
        if (json.isNull()) return u"null"_s;
        if (value->type() == Type::Int) return QString::number(value->toInt());
        return json.toVariant().toString();
    }

private slots:
    void values_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("value");
        int row = 0;
        const auto is = [&](const QString &expression, const QString &value) {
            QTest::newRow(qPrintable(QString::number(++row) + u' ' + expression.left(60))) << expression << value;
        };
        // literals
        is(u"42"_s, u"42"_s);
        is(u"0x1F"_s, u"31"_s);
        is(u"-9223372036854775808"_s, u"-9223372036854775808"_s);
        is(u"9223372036854775808"_s, u"refused: bad_number@0"_s);
        is(u"1.5e2"_s, u"150"_s);
        is(u"'a\\u0416\\n'"_s, u"\"aЖ\n\""_s);
        is(u"r'\\d'"_s, u"\"\\d\""_s);
        is(u"'''it's'''"_s, u"\"it's\""_s);
        is(u"[1, 'a', true]"_s, u"[1,\"a\",true]"_s);
        is(u"{'a': 1}.a"_s, u"1"_s);
        is(u"{1: 'one'}[1]"_s, u"\"one\""_s);
        is(u"{1: 'one'}[1.0]"_s, u"\"one\""_s);
        is(u"{'a': 1, 'a': 2}"_s, u"failed: repeated_key"_s);
        is(u"1 // comment"_s, u"1"_s);
        // arithmetic
        is(u"7 / 2"_s, u"3"_s);
        is(u"-7 / 2"_s, u"-3"_s);
        is(u"-7 % 3"_s, u"-1"_s);
        is(u"1 / 0"_s, u"failed: division_by_zero"_s);
        is(u"1 % 0"_s, u"failed: division_by_zero"_s);
        is(u"9223372036854775807 + 1"_s, u"failed: overflow"_s);
        is(u"-9223372036854775808 - 1"_s, u"failed: overflow"_s);
        is(u"-(-9223372036854775808)"_s, u"failed: overflow"_s);
        is(u"1.0 / 0.0 > 1.0"_s, u"true"_s);
        is(u"1 + 1.0"_s, u"refused: no_overload@2"_s);
        is(u"n + 0.5"_s, u"7.5"_s);
        is(u"x * 2"_s, u"5"_s);
        is(u"1 + 2 * 3 - 4"_s, u"3"_s);
        is(u"(1 + 2) * 3"_s, u"9"_s);
        is(u"--1"_s, u"1"_s);
        is(u"'a' + 'b'"_s, u"\"ab\""_s);
        is(u"[1] + [2]"_s, u"[1,2]"_s);
        is(u"5.0 % 2.0"_s, u"refused: no_overload@4"_s);
        // comparison
        is(u"1 == 1.0"_s, u"true"_s);
        is(u"1 < 1.5"_s, u"true"_s);
        is(u"9007199254740993 == 9007199254740992.0"_s, u"false"_s);
        is(u"double('NaN') == double('NaN')"_s, u"false"_s);
        is(u"double('NaN') != double('NaN')"_s, u"true"_s);
        is(u"dyn(1) == 'a'"_s, u"false"_s);
        is(u"1 == 'a'"_s, u"refused: no_overload@2"_s);
        is(u"null == nothing"_s, u"true"_s);
        is(u"city == null"_s, u"false"_s);
        is(u"[1, 2.0] == [1.0, 2]"_s, u"true"_s);
        is(u"{'a': [1]} == {'a': [1.0]}"_s, u"true"_s);
        is(u"'\\uffff' < '\\U0001F600'"_s, u"true"_s);
        is(u"false < true"_s, u"true"_s);
        // logic
        is(u"false && 1 / 0 == 1"_s, u"false"_s);
        is(u"1 / 0 == 1 && false"_s, u"false"_s);
        is(u"1 / 0 == 1 || true"_s, u"true"_s);
        is(u"1 / 0 == 1 && true"_s, u"failed: division_by_zero"_s);
        is(u"dyn('a') && false"_s, u"false"_s);
        is(u"dyn('a') && true"_s, u"failed: no_overload"_s);
        is(u"true ? 1 : 1 / 0"_s, u"1"_s);
        is(u"false ? 1 : true ? 2 : 3"_s, u"2"_s);
        is(u"!flag || flag"_s, u"true"_s);
        is(u"'a' || true"_s, u"refused: type_mismatch@0"_s);
        // access
        is(u"order.code"_s, u"\"AB-42\""_s);
        is(u"order['total']"_s, u"99.5"_s);
        is(u"order.lines[0].name"_s, u"\"lamp\""_s);
        is(u"order.missing"_s, u"failed: no_such_key"_s);
        is(u"has(order.code) && !has(order.missing)"_s, u"true"_s);
        is(u"has(order)"_s, u"refused: has_needs_field@0"_s);
        is(u"items[3]"_s, u"failed: index_out_of_range"_s);
        is(u"items[-1]"_s, u"failed: index_out_of_range"_s);
        is(u"2 in items"_s, u"true"_s);
        is(u"2.0 in items"_s, u"true"_s);
        is(u"'code' in order"_s, u"true"_s);
        is(u"1 in 'abc'"_s, u"refused: no_overload@2"_s);
        is(u"city.name"_s, u"refused: no_fields@5"_s);
        is(u"citty"_s, u"refused: unknown_name@0"_s);
        // functions
        is(u"size('при\\U0001F600')"_s, u"4"_s);
        is(u"items.size() + size(order)"_s, u"6"_s);
        is(u"'tacocat'.substring(4)"_s, u"\"cat\""_s);
        is(u"'tacocat'.substring(0, 4)"_s, u"\"taco\""_s);
        is(u"'tacocat'.substring(-1)"_s, u"failed: index_out_of_range"_s);
        is(u"'hello mellow'.indexOf('ell')"_s, u"1"_s);
        is(u"'hello mellow'.lastIndexOf('ell')"_s, u"7"_s);
        is(u"'hello'.charAt(4)"_s, u"\"o\""_s);
        is(u"'hello hello'.replace('he', 'we', 1)"_s, u"\"wello hello\""_s);
        is(u"'hello'.replace('', '_')"_s, u"\"_h_e_l_l_o_\""_s);
        is(u"'hello hello hello'.split(' ', 2)"_s, u"[\"hello\",\"hello hello\"]"_s);
        is(u"'abc'.split('')"_s, u"[\"a\",\"b\",\"c\"]"_s);
        is(u"'hello hello'.split(' ', 0)"_s, u"[]"_s);
        is(u"['a', 'b'].join('-')"_s, u"\"a-b\""_s);
        is(u"'  \\ttrim\\n '.trim()"_s, u"\"trim\""_s);
        is(u"'TacoCÆt'.lowerAscii()"_s, u"\"tacocÆt\""_s);
        is(u"city.lower()"_s, u"\"тверь\""_s);
        is(u"'abc'.startsWith('a') && 'abc'.endsWith('c') && 'abc'.contains('b')"_s, u"true"_s);
        is(u"'hubba'.matches('h.*a')"_s, u"true"_s);
        is(u"'a'.matches('(')"_s, u"failed: bad_pattern"_s);
        is(u"int(-3.9)"_s, u"-3"_s);
        is(u"int('987')"_s, u"987"_s);
        is(u"int(1e99)"_s, u"failed: overflow"_s);
        is(u"int('x')"_s, u"failed: bad_conversion"_s);
        is(u"string(1.5) + string(true)"_s, u"\"1.5true\""_s);
        is(u"double('4.5')"_s, u"4.5"_s);
        is(u"nosuch(1)"_s, u"refused: unknown_function@0"_s);
        is(u"size(1)"_s, u"refused: no_overload@0"_s);
        // time
        is(u"timestamp('2009-02-13T23:31:30Z').getFullYear()"_s, u"2009"_s);
        is(u"timestamp('2009-02-13T23:31:30Z').getMonth()"_s, u"1"_s);
        is(u"timestamp('2009-02-13T23:31:30Z').getDate()"_s, u"13"_s);
        is(u"timestamp('2009-02-13T23:31:30Z').getDayOfMonth('+00:30')"_s, u"13"_s);
        is(u"timestamp('2009-02-13T23:31:30Z').getDayOfWeek()"_s, u"5"_s);
        is(u"timestamp('2009-02-13T23:31:30Z').getHours('02:00')"_s, u"1"_s);
        is(u"timestamp('2009-02-13T23:31:30Z') + duration('240s')"_s, u"\"2009-02-13T23:35:30Z\""_s);
        is(u"timestamp('2009-02-13T23:31:30Z') - timestamp('2009-02-13T23:31:00Z') == duration('30s')"_s, u"true"_s);
        is(u"duration('1h30m').getMinutes()"_s, u"90"_s);
        is(u"string(duration('123.5s'))"_s, u"\"123.5s\""_s);
        is(u"timestamp('9999-12-31T23:59:59Z') + duration('1s')"_s, u"failed: overflow"_s);
        is(u"timestamp('yesterday')"_s, u"failed: bad_conversion"_s);
        is(u"now < timestamp('2027-01-01T00:00:00+03:00')"_s, u"true"_s);
        is(u"int(timestamp(-1))"_s, u"-1"_s);
        // syntax
        is(u""_s, u"refused: unexpected_end@0"_s);
        is(u"1 +"_s, u"refused: unexpected_end@3"_s);
        is(u"(1"_s, u"refused: unexpected_end@2"_s);
        is(u"1 2"_s, u"refused: unexpected@2"_s);
        is(u"'abc"_s, u"refused: unterminated_string@0"_s);
        is(u"'\\q'"_s, u"refused: bad_escape@1"_s);
        is(u"b'x'"_s, u"refused: bytes_unsupported@0"_s);
        is(u"1u"_s, u"refused: unsigned_unsupported@0"_s);
        is(u"while"_s, u"refused: reserved_word@0"_s);
        is(u"1 = 1"_s, u"refused: unexpected@2"_s);
    }
    void values()
    {
        QFETCH(QString, expression);
        QTEST(run(expression), "value");
    }

    void limits()
    {
        QVERIFY(!Expression::compile(QString(20'000, u'1'), scope));
        QCOMPARE(Expression::compile(QString(5000, u'('), scope).error().args[1], u"too_deep"_s);
        QCOMPARE(Expression::compile(QString(5000, u'-') + u'x', scope).error().args[1], u"too_deep"_s);
        QCOMPARE(Expression::compile(u"1"_s + u"+1"_s.repeated(4000), scope).error().args[1], u"too_deep"_s);
        QVERIFY(Expression::compile(u"1"_s + u"+1"_s.repeated(100), scope));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run(u"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+$')"_s), u"failed: pattern_too_costly"_s);
        QVERIFY(timer.elapsed() < 5000);
    }

    void wantedType()
    {
        QVERIFY(Expression::compile(u"n > 3"_s, scope, Type::Bool));
        QVERIFY(Expression::compile(u"order.paid"_s, scope, Type::Bool));
        QCOMPARE(Expression::compile(u"n + 3"_s, scope, Type::Bool).error().code, Error::Code::ExpressionInvalid);
    }

    void templates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("spoken");
        QTest::newRow("plain") << u"Hello."_s << u"en"_s << u"Hello."_s;
        QTest::newRow("variable") << u"Order {order.code} for {city}"_s << u"en"_s << u"Order AB-42 for Тверь"_s;
        QTest::newRow("comma") << u"{order.total}"_s << u"ru"_s << u"99,5"_s;
        QTest::newRow("list") << u"{items}"_s << u"ru"_s << u"1, 2 и 3"_s;
        QTest::newRow("date") << u"{now}"_s << u"ru"_s << u"20 ноября в 10:30"_s;
        QTest::newRow("braces") << u"{{{n}}}"_s << u"en"_s << u"{7}"_s;
        QTest::newRow("string with brace") << u"{'}' + city}"_s << u"en"_s << u"}Тверь"_s;
        QTest::newRow("yes") << u"{flag}"_s << u"ru"_s << u"да"_s;
    }
    void templates()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        const auto compiled = TemplateText::compile(text, scope);
        QVERIFY(compiled);
        QTEST(*compiled->render({variables, scope}, Rendering::Speech, language), "spoken");
    }
    void templateFaults()
    {
        QCOMPARE(TemplateText::compile(u"ab {n"_s, scope).error().args[2], u"3"_s);
        QCOMPARE(TemplateText::compile(u"ab } c"_s, scope).error().args[1], u"stray_brace"_s);
        QCOMPARE(TemplateText::compile(u"ab {n} {oops}"_s, scope).error().args[2], u"8"_s);
        const auto url = TemplateText::compile(u"https://x.example/{city}?q={order.code + '&'}"_s, scope);
        QCOMPARE(*url->render({variables, scope}, Rendering::Url, u"en"_s), u"https://x.example/%D0%A2%D0%B2%D0%B5%D1%80%D1%8C?q=AB-42%26"_s);
        QCOMPARE(TemplateText::compile(u"{n}"_s, scope)->value({variables, scope})->type(), Type::Int);
    }

    // Whatever is typed, compiling and running end, quickly and without a crash.
    void mutations()
    {
        const QStringList seeds{u"order.lines[0].name + 'x' == city ? n * 2 : size(items)"_s, u"has(order.code) && now < timestamp('2027-01-01T00:00:00Z')"_s,
                                u"{'a': [1, 2.5, -3]}['a'][1] in items || !flag"_s, u"'ab,c'.split(',').join('-').replace('a', city, 2).matches('^[a-z]+$')"_s};
        const QString alphabet = u"()[]{}.,:?!<>=&|+-*/%'\"\\ 0129eExuabinrtз_\U0001F600"_s;
        std::mt19937 random(42);
        for (int i = 0; i < 6000; ++i) {
            QString text = seeds[qsizetype(random() % 4)];
            for (unsigned k = random() % 5 + 1; k > 0 && !text.isEmpty(); --k) {
                const auto at = qsizetype(random() % unsigned(text.size()));
                switch (random() % 4) {
                case 0: text.remove(at, 1); break;
                case 1: text.insert(at, alphabet[qsizetype(random() % unsigned(alphabet.size()))]); break;
                case 2: text[at] = alphabet[qsizetype(random() % unsigned(alphabet.size()))]; break;
                default: text.insert(at, text.mid(qsizetype(random() % unsigned(text.size())), 12)); break;
                }
            }
            run(text);
            const auto compiled = TemplateText::compile(u"a {"_s + text + u"} b"_s, scope);
            if (compiled) Q_UNUSED(compiled->render({variables, scope}, Rendering::Speech, u"ru"_s).hasValue());
        }
    }
};

QTEST_GUILESS_MAIN(TestExpression)
#include "test_expression.moc"
