#include "app/secrets/desktop_secrets.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"
#include "ui/viewmodels/settings_providers.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

// Where the settings say a provider's key is; a key goes in and does not come into the workspace.
class TestProviderKeys : public QObject {
    Q_OBJECT
private slots:
    void saysWhereAKeyIs()
    {
        using Place = SettingsProviders::KeyPlace;
        const QTemporaryDir folder, keys;
        const auto workspace = Workspace::open(folder.filePath(u"W"_s), Workspace::Role::Console, Workspace::Missing::CreateDemo);
        QVERIFY(workspace);
        DesktopSecrets secrets(keys.path(), nullptr);
        SettingsProviders providers((*workspace)->settings(), &secrets);
        QSignalSpy changed(&providers, &SettingsProviders::keysChanged), kept(&providers, &SettingsProviders::keyKept);
        QCOMPARE(providers.keyPlace({}), Place::NotNeeded);
        QCOMPARE(providers.keyPlace(u"openai"_s), Place::Missing);
        providers.putKey(u"openai"_s, u"sk-canary"_s);
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(changed.count() >= 1);
        QCOMPARE(providers.keyPlace(u"openai"_s), Place::File);
        QCOMPARE(secrets.value(u"openai"_s), std::optional<QByteArray>("sk-canary"));
        qputenv("VOXDESK_SECRET_OPENAI", "x");
        QCOMPARE(providers.keyPlace(u"openai"_s), Place::Environment);
        qunsetenv("VOXDESK_SECRET_OPENAI");
        providers.add();
        providers.change(0, {u"model"_s, u"https://api.example.com/v1"_s, u"openai"_s});
        QVERIFY(!QString::fromUtf8(QJsonDocument((*workspace)->settings().value(u"model_providers"_s).toArray()).toJson()).contains(u"canary"_s));
        providers.putKey(u"openai"_s, {});
        QTRY_COMPARE(kept.count(), 2);
        QCOMPARE(providers.keyPlace(u"openai"_s), Place::Missing);
    }
    void aFailureIsTold()
    {
        const QTemporaryDir folder, keys;
        const auto workspace = Workspace::open(folder.filePath(u"W"_s), Workspace::Role::Console, Workspace::Missing::CreateDemo);
        QFile blocked(keys.filePath(u"blocked"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        DesktopSecrets secrets(keys.filePath(u"blocked/below"_s), nullptr);
        SettingsProviders providers((*workspace)->settings(), &secrets);
        QSignalSpy failed(&providers, &SettingsProviders::failed);
        providers.putKey(u"openai"_s, u"v"_s);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(providers.keyPlace(u"openai"_s), SettingsProviders::KeyPlace::Missing);
    }
};

QTEST_GUILESS_MAIN(TestProviderKeys)
#include "test_provider_keys.moc"
