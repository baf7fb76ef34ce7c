#include "app/security/master_keys.h"
#include "app/security/tokens.h"
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
QByteArray keyLine(char fill) { return QByteArray(32, fill).toBase64(); }
}

class TestMasterKeys : public QObject {
    Q_OBJECT
private slots:
    void opensWhatItSealed()
    {
        const auto keys = MasterKeys::parse(keyLine('a'));
        const QByteArray sealed = keys->seal("sk-12345", "w/name/1");
        QVERIFY(!sealed.contains("sk-12345"));
        QVERIFY(sealed != keys->seal("sk-12345", "w/name/1"));
        QCOMPARE(*keys->open(sealed, "w/name/1"), QByteArray("sk-12345"));
        QVERIFY(!keys->open(sealed, "w/name/2")); // a row put in place of another
        QVERIFY(!MasterKeys::parse(keyLine('b'))->open(sealed, "w/name/1"));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!keys->open(changed, "w/name/1"));
            QVERIFY(!keys->open(sealed.left(i), "w/name/1"));
        }
    }
    void aNewKeyOpensOldSeals()
    {
        const QByteArray sealed = MasterKeys::parse(keyLine('a'))->seal("v", "c");
        const auto rotated = MasterKeys::parse("# new\n" + keyLine('b') + "\n\n" + keyLine('a') + '\n');
        QCOMPARE(*rotated->open(sealed, "c"), QByteArray("v"));
        QVERIFY(rotated->currentId() != MasterKeys::parse(keyLine('a'))->currentId());
        QCOMPARE(rotated->currentId(), MasterKeys::parse(keyLine('b'))->currentId());
    }
    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("comment") << QByteArray("# nothing");
        QTest::newRow("short") << QByteArray(31, 'a').toBase64();
        QTest::newRow("not base64") << QByteArray("!!!!");
        QTest::newRow("second broken") << keyLine('a') + "\nx";
    }
    void refusesWhatIsNoKey()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!MasterKeys::parse(text));
    }
    void fileIsMadeForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"master.key"_s);
        const auto made = MasterKeys::load(path);
        QVERIFY(made);
        QCOMPARE(MasterKeys::load(path)->currentId(), made->currentId());
        QFile file(path);
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
        QCOMPARE(MasterKeys::load(path).error().code, Error::Code::BadValue);
        QVERIFY(!MasterKeys::load(u"/nowhere/at/all"_s));
    }
    void environmentComesFirstAndIsTakenAway()
    {
        qputenv("VOXDESK_MASTER_KEY", keyLine('b') + ',' + keyLine('a'));
        const auto keys = MasterKeys::load(u"/nowhere/at/all"_s);
        QCOMPARE(keys->currentId(), MasterKeys::parse(keyLine('b'))->currentId());
        QVERIFY(!qEnvironmentVariableIsSet("VOXDESK_MASTER_KEY"));
    }

    void tokens()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) seen.insert(makeToken(TokenKind::Key));
        QCOMPARE(seen.size(), 1000);
        const QByteArray token = makeToken(TokenKind::Session);
        QCOMPARE(token.size(), 47);
        QCOMPARE(kindOfToken(token), TokenKind::Session);
        for (const QByteArray &wrong : {QByteArray(), token.left(46), token + 'a', 'x' + token.mid(1), token.left(46) + '=', token.left(46) + ' '})
            QVERIFY(!kindOfToken(wrong));
        QCOMPARE(hashOfToken(token).size(), 32);
        QVERIFY(hintOfToken(token).size() == 9 && !hashOfToken(token).contains(token));
        QVERIFY(equalInConstantTime("abc", "abc") && !equalInConstantTime("abc", "abd") && !equalInConstantTime("abc", "ab"));
    }
};

QTEST_GUILESS_MAIN(TestMasterKeys)
#include "test_master_keys.moc"
