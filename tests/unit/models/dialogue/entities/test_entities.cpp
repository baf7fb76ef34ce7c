#include "models/base/phone_number.h"
#include "models/dialogue/entities/entity.h"
#include <QJsonObject>
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestEntities : public QObject {
    Q_OBJECT

    static EntityContext context(const QString &language, const QString &pattern = {})
    {
        return {language, UtcMs{1'779'278'400'000}, 0, pattern}; // Wednesday, 20 May 2026, 12:00 UTC
    }
    static QString text(const std::optional<Entity> &entity)
    {
        if (!entity) return {};
        if (entity->value.isObject()) return entity->value["amount"_L1].toString() + u' ' + entity->value["currency"_L1].toString();
        if (entity->value.isBool()) return entity->value.toBool() ? u"yes"_s : u"no"_s;
        return entity->value.toVariant().toString();
    }

private slots:
    void found_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("value"); // empty: nothing
        const auto row = [](const QString &type, const QString &said, const QString &value) {
            QTest::newRow(qPrintable(type + u": "_s + said)) << type << said << value;
        };
        const QString number = u"number"_s;
        row(number, u"twenty five"_s, u"25"_s);
        row(number, u"one hundred and five"_s, u"105"_s);
        row(number, u"two thousand three hundred and forty one"_s, u"2341"_s);
        row(number, u"it is 42 please"_s, u"42"_s);
        row(number, u"2.5 kilos"_s, u"2.5"_s);
        row(number, u"two point five"_s, u"2.5"_s);
        row(number, u"one two three"_s, u"123"_s);
        row(number, u"minus five"_s, u"-5"_s);
        row(number, u"the third one"_s, u"3"_s);
        row(number, u"двадцать пять"_s, u"25"_s);
        row(number, u"около двадцати пяти"_s, u"25"_s);
        row(number, u"две тысячи триста сорок один"_s, u"2341"_s);
        row(number, u"полтора"_s, u"1.5"_s);
        row(number, u"полторы тысячи"_s, u"1500"_s);
        row(number, u"два с половиной"_s, u"2.5"_s);
        row(number, u"пятый"_s, u"5"_s);
        row(number, u"трёх хватит"_s, u"3"_s);
        row(number, u"no idea"_s, QString());
        row(number, u"For two, zero, one, seven."_s, u"42017"_s);
        row(number, u"for two"_s, u"2"_s);
        row(number, u"one, too, three"_s, u"123"_s);
        row(number, u"a table for two to three people"_s, u"2"_s);
        const QString date = u"date"_s;
        row(date, u"today"_s, u"2026-05-20"_s);
        row(date, u"the day after tomorrow"_s, u"2026-05-22"_s);
        row(date, u"on Friday"_s, u"2026-05-22"_s);
        row(date, u"wednesday"_s, u"2026-05-27"_s);
        row(date, u"the third of June"_s, u"2026-06-03"_s);
        row(date, u"May 3rd"_s, u"2027-05-03"_s);
        row(date, u"on 2026-12-31"_s, u"2026-12-31"_s);
        row(date, u"in three days"_s, u"2026-05-23"_s);
        row(date, u"in a week"_s, u"2026-05-27"_s);
        row(date, u"завтра утром"_s, u"2026-05-21"_s);
        row(date, u"послезавтра"_s, u"2026-05-22"_s);
        row(date, u"в пятницу"_s, u"2026-05-22"_s);
        row(date, u"третьего мая"_s, u"2027-05-03"_s);
        row(date, u"двадцать пятого декабря"_s, u"2026-12-25"_s);
        row(date, u"3 июня 2027 года"_s, u"2027-06-03"_s);
        row(date, u"03.06.2027"_s, u"2027-06-03"_s);
        row(date, u"через неделю"_s, u"2026-05-27"_s);
        row(date, u"через два дня"_s, u"2026-05-22"_s);
        row(date, u"31 февраля"_s, QString());
        row(date, u"i may come"_s, QString());
        const QString time = u"time"_s;
        row(time, u"at half past three"_s, u"03:30"_s);
        row(time, u"quarter to five pm"_s, u"16:45"_s);
        row(time, u"15:30"_s, u"15:30"_s);
        row(time, u"3 p.m."_s, u"15:00"_s);
        row(time, u"at five thirty"_s, u"05:30"_s);
        row(time, u"в пять вечера"_s, u"17:00"_s);
        row(time, u"в пятнадцать тридцать"_s, u"15:30"_s);
        row(time, u"полпятого"_s, u"04:30"_s);
        row(time, u"без четверти пять"_s, u"04:45"_s);
        row(time, u"в семь часов утра"_s, u"07:00"_s);
        const QString phone = u"phone"_s;
        row(phone, u"+7 (916) 123-45-67"_s, u"+79161234567"_s);
        row(phone, u"восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь"_s, u"+79161234567"_s);
        row(phone, u"мой номер девять один шесть один два три четыре пять шесть семь"_s, u"+79161234567"_s);
        row(phone, u"plus four four two oh seven nine four six oh nine five eight"_s, u"+442079460958"_s);
        row(phone, u"one two three"_s, QString());
        row(phone, u"plus for four too oh seven nine four six oh nine five ate"_s, u"+442079460958"_s);
        const QString yesNo = u"yes_no"_s;
        row(yesNo, u"yes please"_s, u"yes"_s);
        row(yesNo, u"that is right"_s, u"yes"_s);
        row(yesNo, u"not really"_s, u"no"_s);
        row(yesNo, u"no thank you"_s, u"no"_s);
        row(yesNo, u"да, конечно"_s, u"yes"_s);
        row(yesNo, u"да нет"_s, u"no"_s);
        row(yesNo, u"не надо"_s, u"no"_s);
        row(yesNo, u"where is my order"_s, QString());
        const QString code = u"order_code"_s;
        row(code, u"it's a b four two"_s, u"AB42"_s);
        row(code, u"AB-42"_s, u"AB42"_s);
        row(code, u"А Б сорок два"_s, u"АБ42"_s);
        row(code, u"ab42"_s, u"AB42"_s);
        row(code, u"alpha bravo one hundred and five"_s, u"AB105"_s);
        const QString email = u"email"_s;
        row(email, u"it is John.Smith@example.com."_s, u"john.smith@example.com"_s);
        row(email, u"john dot smith at example dot com"_s, u"john.smith@example.com"_s);
        row(email, u"моя почта ivan точка petrov собака яндекс точка ру"_s, u"ivan.petrov@yandex.ru"_s);
        row(email, u"look at this"_s, QString());
        const QString money = u"money"_s;
        row(money, u"two hundred dollars"_s, u"200.00 USD"_s);
        row(money, u"$12.50"_s, u"12.50 USD"_s);
        row(money, u"полторы тысячи рублей"_s, u"1500.00 RUB"_s);
        row(money, u"1,200 euros"_s, u"1200.00 EUR"_s);
    }
    void found()
    {
        QFETCH(QString, type);
        QFETCH(QString, said);
        const bool russian = said.contains(QRegularExpression(u"[а-я]"_s)) || said.startsWith(u"+7"_s);
        const auto entity = findEntity(type, said, context(russian ? u"ru"_s : u"en"_s));
        QTEST(text(entity), "value");
        if (entity) {
            QVERIFY(entity->start >= 0 && entity->length > 0 && entity->start + entity->length <= said.size());
            QVERIFY(entity->confidence > 0 && entity->confidence <= 1);
        }
    }

    void shapes()
    {
        QCOMPARE(text(findEntity(u"order_code"_s, u"my code is a b 4 2"_s, context(u"en"_s, u"AA-99"_s))), u"AB-42"_s);
        QCOMPARE(text(findEntity(u"order_code"_s, u"For two, zero, one, seven."_s, context(u"en"_s, u"99999"_s))), u"42017"_s);
        QCOMPARE(text(findEntity(u"order_code"_s, u"It is for four, two, zero, one, seven."_s, context(u"en"_s, u"99999"_s))), u"42017"_s);
        QCOMPARE(text(findEntity(u"order_code"_s, u"seven, to, zero, won, for"_s, context(u"en"_s, u"99999"_s))), u"72014"_s);
        QCOMPARE(text(findEntity(u"order_code"_s, u"for to"_s, context(u"en"_s, u"99"_s))), QString());
        QCOMPARE(text(findEntity(u"order_code"_s, u"a b c 4 2"_s, context(u"en"_s, u"AAA-999"_s))), QString());
        QCOMPARE(text(findEntity(u"order_code"_s, u"я сказал а б сорок два"_s, context(u"ru"_s, u"AA99"_s))), u"АБ42"_s);
    }

    void phoneNumbers_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("e164"); // empty: refused
        QTest::newRow("spaces and brackets") << u"+7 (916) 123-45-67"_s << u"+79161234567"_s;
        QTest::newRow("00") << u"0044 20 7946 0958"_s << u"+442079460958"_s;
        QTest::newRow("no country code") << u"916 123 45 67"_s << QString();
        QTest::newRow("too long") << u"+1234567890123456"_s << QString();
        QTest::newRow("letters") << u"+7916CALLME"_s << QString();
        QTest::newRow("two pluses") << u"++79161234567"_s << QString();
    }
    void phoneNumbers()
    {
        QFETCH(QString, typed);
        const auto number = PhoneNumber::parse(typed);
        QTEST(number ? number->e164() : QString(), "e164");
    }

    void mutations()
    {
        const QStringList words = u"twenty five hundred thousand and point double oh third of may in a week half past quarter to at dot com plus minus "
                                  "двадцать пять сто тысяча полтора с половиной третьего мая через неделю без четверти полпятого собака точка ру А Б 42 3.5 15:30 - @ + . $ 99999999999999999999"_s.split(u' ');
        std::mt19937 random(3);
        for (int i = 0; i < 6000; ++i) {
            QString said;
            for (unsigned k = random() % 12 + 1; k > 0; --k) said += words[qsizetype(random() % unsigned(words.size()))] + (random() % 5 ? u" "_s : QString());
            for (const QString &type : entityTypes())
                if (const auto entity = findEntity(type, said, context(random() % 2 ? u"ru"_s : u"en"_s)))
                    QVERIFY2(entity->start >= 0 && entity->start + entity->length <= said.size(), qPrintable(said));
        }
        QVERIFY(!findEntity(u"number"_s, u"lorem "_s.repeated(100'000), context(u"en"_s)));
    }
};

QTEST_GUILESS_MAIN(TestEntities)
#include "test_entities.moc"
