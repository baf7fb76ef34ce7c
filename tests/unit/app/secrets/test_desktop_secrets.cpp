#include "app/secrets/desktop_secrets.h"
#include "app/secrets/sealed_file.h"
#include <QFile>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

// A keychain as it behaves when told: there, absent, or silent until asked again.
class FakeKeychain final : public SecretPlace {
public:
    struct State {
        bool absent = false, silent = false;
        QMap<QString, QByteArray> values;
        QList<std::function<void()>> waiting;
    };
    explicit FakeKeychain(State &state) : m_state(state) {}
    Kind kind() const override { return Kind::Keychain; }
    void read(const QString &name, std::function<void(const Result<std::optional<QByteArray>> &)> done) override
    {
        const auto answer = [this, name, done] {
            if (m_state.absent) return done(Error(Error::Code::NotConfigured, {u"keychain"_s}));
            const auto found = m_state.values.constFind(name);
            done(found == m_state.values.constEnd() ? std::optional<QByteArray>() : std::optional(*found));
        };
        if (m_state.silent) m_state.waiting.append(answer);
        else answer();
    }
    void write(const QString &name, const QByteArray &value, std::function<void(const Result<void> &)> done) override
    {
        if (m_state.absent) return done(Error(Error::Code::NotConfigured, {u"keychain"_s}));
        if (value.isEmpty()) m_state.values.remove(name);
        else m_state.values.insert(name, value);
        done({});
    }

private:
    State &m_state;
};

QByteArray everythingIn(const QString &folder)
{
    QByteArray out;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly)) out += file.readAll();
    }
    return out;
}

} // namespace

class TestDesktopSecrets : public QObject {
    Q_OBJECT
private slots:
    void aFileKeepsThemWhereNoKeychainIs()
    {
        const QTemporaryDir folder;
        FakeKeychain::State state{.absent = true};
        {
            DesktopSecrets secrets(folder.path(), std::make_unique<FakeKeychain>(state));
            QVERIFY(secrets.isReady());
            QCOMPARE(secrets.place(), SecretPlace::Kind::File);
            QSignalSpy changed(&secrets, &DesktopSecrets::changed);
            QVERIFY(secrets.put(u"openai"_s, "sk-canary-1").result());
            QVERIFY(secrets.write(u"server/1"_s, u"vxs_canary"_s).result());
            QCOMPARE(changed.count(), 1);
        }
        const QByteArray onDisk = everythingIn(folder.path());
        QVERIFY(!onDisk.contains("sk-canary-1") && !onDisk.contains("vxs_canary") && !onDisk.contains(QByteArray("sk-canary-1").toBase64()));
        for (const auto *name : {"/secrets.key", "/secrets.sealed"})
            QVERIFY(!(QFile::permissions(folder.path() + QLatin1String(name)) & (QFile::ReadGroup | QFile::ReadOther)));
        DesktopSecrets again(folder.path(), nullptr);
        QCOMPARE(again.names(), QStringList{u"openai"_s});
        QCOMPARE(again.value(u"openai"_s), std::optional<QByteArray>("sk-canary-1"));
        QCOMPARE(*again.read(u"server/1"_s).result(), u"vxs_canary"_s);
        QCOMPARE(*again.read(u"server/2"_s).result(), QString());
        QVERIFY(again.put(u"openai"_s, {}).result());
        QVERIFY(!again.value(u"openai"_s) && again.names().isEmpty());
        QVERIFY(!DesktopSecrets(folder.path(), nullptr).value(u"openai"_s));
    }

    void aKeychainIsPreferred()
    {
        const QTemporaryDir folder;
        FakeKeychain::State state;
        DesktopSecrets secrets(folder.path(), std::make_unique<FakeKeychain>(state));
        QCOMPARE(secrets.place(), SecretPlace::Kind::Keychain);
        QVERIFY(secrets.put(u"openai"_s, "k1").result());
        QCOMPARE(state.values.value(u"secret/openai"_s), QByteArray("k1"));
        QVERIFY(!QFile::exists(folder.filePath(u"secrets.sealed"_s)));
        QCOMPARE(DesktopSecrets(folder.path(), std::make_unique<FakeKeychain>(state)).value(u"openai"_s), std::optional<QByteArray>("k1"));
    }

    void whatTheFileHeldIsFoundWhenAKeychainComes()
    {
        const QTemporaryDir folder;
        QVERIFY(DesktopSecrets(folder.path(), nullptr).put(u"openai"_s, "old").result());
        FakeKeychain::State state;
        DesktopSecrets secrets(folder.path(), std::make_unique<FakeKeychain>(state));
        QCOMPARE(secrets.value(u"openai"_s), std::optional<QByteArray>("old"));
        QVERIFY(secrets.put(u"openai"_s, "new").result());
        QVERIFY(SealedFile(folder.path()).read()->isEmpty());
    }

    void aSilentKeychainHoldsNothingUp()
    {
        const QTemporaryDir folder;
        QVERIFY(DesktopSecrets(folder.path(), nullptr).put(u"openai"_s, "v").result());
        FakeKeychain::State state{.silent = true};
        DesktopSecrets secrets(folder.path(), std::make_unique<FakeKeychain>(state));
        QVERIFY(!secrets.isReady());
        auto later = secrets.put(u"crm"_s, "w");
        QVERIFY(!later.isFinished());
        QTRY_VERIFY_WITH_TIMEOUT(secrets.isReady(), 10'000);
        QCOMPARE(secrets.place(), SecretPlace::Kind::File);
        QCOMPARE(secrets.value(u"openai"_s), std::optional<QByteArray>("v"));
        QVERIFY(later.isFinished() && later.result());
        for (const auto &answer : state.waiting) answer(); // too late
        QCOMPARE(secrets.place(), SecretPlace::Kind::File);
    }

    void theEnvironmentComesFirst()
    {
        const QTemporaryDir folder;
        DesktopSecrets secrets(folder.path(), nullptr);
        QVERIFY(secrets.put(u"crm.token-2"_s, "kept").result());
        qputenv("VOXDESK_SECRET_CRM_TOKEN_2", "given");
        QCOMPARE(secrets.value(u"crm.token-2"_s), std::optional<QByteArray>("given"));
        qunsetenv("VOXDESK_SECRET_CRM_TOKEN_2");
        QCOMPARE(secrets.value(u"crm.token-2"_s), std::optional<QByteArray>("kept"));
    }

    void aFileThatCannotBeReadIsNotWrittenOver()
    {
        const QTemporaryDir folder;
        const SealedFile file(folder.path());
        QVERIFY(file.write(u"a"_s, "1"));
        const QByteArray key = QFile(file.keyPath()).exists() ? QByteArray(32, 'z').toBase64() : QByteArray();
        QFile other(file.keyPath());
        QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Truncate) && other.write(key) == key.size());
        other.close();
        QCOMPARE(file.read().error().code, Error::Code::BadValue);
        QCOMPARE(file.write(u"b"_s, "2").error().code, Error::Code::BadValue);
    }

    void hostileFiles()
    {
        const QTemporaryDir folder;
        const SealedFile file(folder.path());
        QVERIFY(file.write(u"a"_s, "1") && file.write(u"b"_s, QByteArray(1000, 'x')));
        QFile stored(file.path());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray good = stored.readAll();
        stored.close();
        std::mt19937 random(3);
        for (int i = 0; i < 500; ++i) {
            QByteArray bad = good;
            if (i % 3 == 0) bad.truncate(qsizetype(random() % quint32(good.size())));
            else bad[qsizetype(random() % quint32(bad.size()))] ^= char(1 + random() % 255);
            QVERIFY(stored.open(QIODevice::WriteOnly | QIODevice::Truncate) && stored.write(bad) == bad.size());
            stored.close();
            QCOMPARE(file.read().error().code, Error::Code::BadValue);
        }
    }
};

QTEST_GUILESS_MAIN(TestDesktopSecrets)
#include "test_desktop_secrets.moc"
