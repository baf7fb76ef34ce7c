#include "app/security/password_hasher.h"
#include "app/security/password_rules.h"
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
constexpr PasswordCost kCheap{1, 8 << 10};
}

class TestPasswords : public QObject {
    Q_OBJECT
private slots:
    void hashesAndMatches()
    {
        PasswordHasher hasher(kCheap);
        const auto stored = hasher.hash(u"four words of nonsense"_s);
        QVERIFY(stored && stored->startsWith("$argon2id$v=19$m=8,t=1,p=1$"));
        QVERIFY(*hasher.matches(*stored, u"four words of nonsense"_s));
        QVERIFY(!*hasher.matches(*stored, u"four words of nonsensE"_s));
        QVERIFY(*stored != *hasher.hash(u"four words of nonsense"_s)); // salted
        // The same letters typed as composed and as decomposed.
        QVERIFY(*hasher.matches(*hasher.hash(u"caf\u00e9 au lait"_s), u"cafe\u0301 au lait"_s));
    }
    void isExpensiveUnlessAsked()
    {
        PasswordHasher hasher;
        const auto stored = hasher.hash(u"x"_s);
        QVERIFY(stored->startsWith("$argon2id$v=19$m=65536,t=2,p=1$"));
        QVERIFY(!hasher.isOutdated(*stored));
        QVERIFY(hasher.isOutdated(*PasswordHasher(kCheap).hash(u"x"_s)));
    }
    void nobodyCostsTheSameAsSomebody()
    {
        PasswordHasher hasher(kCheap);
        const auto stored = hasher.hash(u"a"_s);
        const quint64 before = hasher.computed();
        QVERIFY(!*hasher.matches(*stored, u"b"_s));
        const quint64 somebody = hasher.computed() - before;
        QVERIFY(!*hasher.matches({}, u"b"_s));
        QCOMPARE(hasher.computed() - before - somebody, somebody);
        QVERIFY(!*hasher.matches("not a hash", u"b"_s));
    }
    void manyAtOnceWaitInLine()
    {
        PasswordHasher hasher(kCheap, 1);
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 16; ++i) threads.emplace_back([&] { good += hasher.hash(u"x"_s) ? 1 : 0; });
        for (std::thread &thread : threads) thread.join();
        QCOMPARE(good.load(), 16);
    }

    void rules_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("verdict");
        const QString good;
        QTest::newRow("words") << u"horse lamp river seven"_s << good;
        QTest::newRow("russian words") << u"зелёный чайник едет"_s << good;
        QTest::newRow("random") << u"x7Kp2mQ9vLr4"_s << good;
        QTest::newRow("common word among others") << u"my password is a walrus"_s << good;
        QTest::newRow("short") << u"x7Kp2mQ9vLr"_s << u"PasswordTooShort"_s;
        QTest::newRow("emoji count once") << u"😀😀😀😀😀😀"_s << u"PasswordTooShort"_s;
        QTest::newRow("empty") << QString() << u"PasswordTooShort"_s;
        QTest::newRow("one letter") << u"aaaaaaaaaaaaaaaa"_s << u"PasswordTooCommon"_s;
        QTest::newRow("row") << u"1234567890123"_s << u"PasswordTooCommon"_s;
        QTest::newRow("alphabet") << u"abcdefghijklmn"_s << u"PasswordTooCommon"_s;
        QTest::newRow("repeated") << u"qwertyqwertyqwerty"_s << u"PasswordTooCommon"_s;
        QTest::newRow("disguised") << u"P@ssw0rd!2024"_s << u"PasswordTooCommon"_s;
        QTest::newRow("with years") << u"Summer2024!!!"_s << u"PasswordTooCommon"_s;
        QTest::newRow("keyboard") << u"йцукенгшщзхъ123"_s << u"PasswordTooCommon"_s;
        QTest::newRow("four from a comic") << u"CorrectHorseBatteryStaple"_s << u"PasswordTooCommon"_s;
        QTest::newRow("e-mail") << u"anna@example.org"_s << u"PasswordLikeEmail"_s;
        QTest::newRow("name and year") << u"AnnaPetrova2024"_s << u"PasswordLikeEmail"_s;
        QTest::newRow("endless") << QString(2000, u'x') << u"TooLarge"_s;
    }
    void rules()
    {
        QFETCH(QString, password);
        QFETCH(QString, verdict);
        const auto checked = checkPassword(password, u"anna@example.org"_s, u"Anna Petrova"_s);
        QCOMPARE(checked ? QString() : checked.error().codeName(), verdict);
    }
};

QTEST_GUILESS_MAIN(TestPasswords)
#include "test_passwords.moc"
