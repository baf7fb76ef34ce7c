#include "app/secrets/desktop_secrets.h"
#include "app/secrets/file_place.h"
#include "app/secrets/keychain_place.h"
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>
#include <sodium.h>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kKeychainPatienceMs = 3000; // one that asks for a password may take longer: the file is used until the next start

QString keyOf(const QString &name) { return u"secret/"_s + name; }
QString namesPath(const QString &folder) { return folder + u"/names.json"_s; }

QStringList readNames(const QString &folder)
{
    QFile file(namesPath(folder));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QStringList out;
    for (const QJsonValue &name : QJsonDocument::fromJson(file.read(1 << 20)).array())
        if (name.isString() && !out.contains(name.toString())) out.append(name.toString());
    out.sort();
    return out;
}

void writeNames(const QString &folder, const QStringList &names)
{
    QDir().mkpath(folder);
    QSaveFile file(namesPath(folder));
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(QJsonArray::fromStringList(names)).toJson()) > 0 && file.commit()) return;
    qWarning("The names of secrets could not be written to %s", qUtf8Printable(namesPath(folder)));
}

template <typename T> struct Answer {
    std::shared_ptr<QPromise<T>> promise = std::make_shared<QPromise<T>>();
    Answer() { promise->start(); }
    QFuture<T> future() const { return promise->future(); }
    void give(const T &value) const
    {
        promise->addResult(value);
        promise->finish();
    }
};

} // namespace

QByteArray secretVariable(const QString &name)
{
    QByteArray variable = "VOXDESK_SECRET_" + name.toUpper().toUtf8();
    for (char &c : variable)
        if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    return variable;
}

std::optional<QByteArray> secretOfEnvironment(const QString &name)
{
    const QByteArray variable = secretVariable(name);
    if (!qEnvironmentVariableIsSet(variable.constData())) return std::nullopt;
    return qgetenv(variable.constData());
}

DesktopSecrets::DesktopSecrets(const QString &folder, std::unique_ptr<SecretPlace> keychain, QObject *parent)
    : QObject(parent), m_folder(folder), m_keychain(std::move(keychain)), m_file(std::make_unique<FilePlace>(folder)), m_names(readNames(folder))
{
    m_place = m_file.get();
    if (!m_keychain) {
        load();
        return;
    }
    // Whether there is a keychain is known when it has answered once.
    QTimer::singleShot(kKeychainPatienceMs, this, [this] { if (!m_ready) load(); });
    m_keychain->read(keyOf(u"probe"_s), [this](const Result<std::optional<QByteArray>> &answer) {
        if (m_ready) return;
        if (answer) m_place = m_keychain.get();
        load();
    });
}

std::unique_ptr<DesktopSecrets> DesktopSecrets::ofThisUser()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/secrets"_s;
    return std::make_unique<DesktopSecrets>(folder, std::make_unique<KeychainPlace>());
}

DesktopSecrets::~DesktopSecrets()
{
    for (QByteArray &value : m_values) sodium_memzero(value.data(), size_t(value.size()));
}

SecretPlace::Kind DesktopSecrets::place() const { return m_place->kind(); }
QStringList DesktopSecrets::names() const { return m_names; }

void DesktopSecrets::load()
{
    auto left = std::make_shared<qsizetype>(m_names.size());
    if (m_names.isEmpty()) return settle();
    for (const QString &name : std::as_const(m_names))
        find(keyOf(name), [this, name, left](const Result<std::optional<QByteArray>> &answer) {
            if (answer && *answer) {
                const QMutexLocker lock(&m_mutex);
                m_values.insert(name, **answer);
            } else if (!answer) {
                qWarning("The secret %s could not be read: %s", qUtf8Printable(name), qUtf8Printable(answer.error().codeName()));
            }
            if (--*left == 0) settle();
        });
}

// What was written before this desktop had a keychain is still in the file.
void DesktopSecrets::find(const QString &key, std::function<void(const Result<std::optional<QByteArray>> &)> done)
{
    m_place->read(key, [this, key, done = std::move(done)](const Result<std::optional<QByteArray>> &answer) {
        if (!answer || *answer || m_place == m_file.get()) return done(answer);
        m_file->read(key, done);
    });
}

// Two of one name would disagree later, so what another place holds goes when it is written anew.
void DesktopSecrets::store(const QString &key, const QByteArray &value, std::function<void(const Result<void> &)> done)
{
    m_place->write(key, value, [this, key, done = std::move(done)](const Result<void> &written) {
        if (!written || m_place == m_file.get()) return done(written);
        m_file->read(key, [this, key, done](const Result<std::optional<QByteArray>> &there) {
            if (there && *there) m_file->write(key, {}, done);
            else done({});
        });
    });
}

void DesktopSecrets::settle()
{
    if (m_ready) return;
    m_ready = true;
    emit ready();
    emit changed();
}

void DesktopSecrets::whenReady(std::function<void()> then)
{
    if (m_ready) return then();
    connect(this, &DesktopSecrets::ready, this, then, Qt::SingleShotConnection);
}

std::optional<QByteArray> DesktopSecrets::value(const QString &name) const
{
    if (auto value = secretOfEnvironment(name)) return value;
    const QMutexLocker lock(&m_mutex);
    const auto found = m_values.constFind(name);
    return found == m_values.constEnd() ? std::nullopt : std::optional(*found);
}

Redaction DesktopSecrets::redaction() const
{
    Redaction all;
    {
        const QMutexLocker lock(&m_mutex);
        for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) all.add(it.key(), it.value());
    }
    const QString prefix = QString::fromLatin1(secretVariable({}));
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : environment.keys())
        if (variable.startsWith(prefix)) all.add(variable.sliced(prefix.size()).toLower(), environment.value(variable).toUtf8());
    return all;
}

void DesktopSecrets::remember(const QString &name, const QByteArray &value)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (value.isEmpty()) m_values.remove(name);
        else m_values.insert(name, value);
    }
    m_names.removeAll(name);
    if (!value.isEmpty()) m_names.append(name);
    m_names.sort();
    writeNames(m_folder, m_names);
    emit changed();
}

QFuture<Result<void>> DesktopSecrets::put(const QString &name, const QByteArray &value)
{
    const Answer<Result<void>> answer;
    whenReady([this, name, value, answer] {
        store(keyOf(name), value, [this, name, value, answer](const Result<void> &written) {
            if (written) remember(name, value);
            answer.give(written);
        });
    });
    return answer.future();
}

QFuture<Result<QString>> DesktopSecrets::read(const QString &name)
{
    const Answer<Result<QString>> answer;
    whenReady([this, name, answer] {
        find(name, [answer](const Result<std::optional<QByteArray>> &found) {
            answer.give(found ? Result<QString>(QString::fromUtf8(found->value_or(QByteArray()))) : Result<QString>(found.error()));
        });
    });
    return answer.future();
}

QFuture<Result<void>> DesktopSecrets::write(const QString &name, const QString &token)
{
    const Answer<Result<void>> answer;
    whenReady([this, name, token, answer] {
        store(name, token.toUtf8(), [answer](const Result<void> &written) { answer.give(written); });
    });
    return answer.future();
}

} // namespace vox
