#include "ui/viewmodels/settings_models.h"
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool isLanguage(const QString &tag)
{
    return (tag.size() == 2 || tag.size() == 3) && QLocale(tag).language() != QLocale::C && QLocale(tag).name().section(u'_', 0, 0) == tag;
}

} // namespace

SettingsModels::SettingsModels(LocalModels &models, QObject *parent) : QObject(parent), m_models(models)
{
    connect(&models, &LocalModels::changed, this, &SettingsModels::partsChanged);
    connect(&models, &LocalModels::finished, this, &SettingsModels::finish);
    connect(&models, &LocalModels::progressed, this, [this](LocalModels::Stage stage, qint64 bytes) {
        m_stage = stage;
        m_bytes = bytes;
        emit progressed();
    });
}

SettingsModels::~SettingsModels() = default;

QStringList SettingsModels::languagesIn(const QString &name)
{
    static const QRegularExpression between(u"[^A-Za-z]+"_s);
    // Those that models are made for: "my", "no", "is" and "to" are languages, too, but words in names.
    static const QStringList likely = u"ar be ca cs da de el en eo es fa fi fr gu hi hu it ja kk ko ky nl pl pt ro ru sv tg tr uk uz vi zh"_s.split(u' ');
    QStringList found;
    for (const QString &part : name.toLower().split(between, Qt::SkipEmptyParts))
        if (likely.contains(part) && !found.contains(part)) found.append(part);
    return found;
}

QStringList SettingsModels::languagesFrom(const QString &typed)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    QStringList found;
    for (const QString &part : typed.toLower().split(between, Qt::SkipEmptyParts)) {
        const QString tag = part.section(u'-', 0, 0).section(u'_', 0, 0);
        if (!isLanguage(tag)) return {};
        if (!found.contains(tag)) found.append(tag);
    }
    return found;
}

void SettingsModels::choose(const QString &path)
{
    if (m_state == State::Working || path.isEmpty()) return;
    const QFileInfo file(path);
    QString name = file.isDir() ? file.fileName() : file.completeBaseName();
    if (name.endsWith(".tar"_L1)) name.chop(4);
    m_addition = {path, languagesIn(name), name, {}};
    m_address = false;
    m_error.reset();
    m_state = State::Describing;
    emit stateChanged();
}

void SettingsModels::chooseAddress()
{
    if (m_state == State::Working) return;
    m_addition = {};
    m_address = true;
    m_error.reset();
    m_state = State::Describing;
    emit stateChanged();
}

void SettingsModels::setAddress(const QString &typed)
{
    const QUrl url(typed.trimmed(), QUrl::StrictMode);
    const bool good = url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.fileName().isEmpty();
    m_addition.path = good ? url.toString(QUrl::FullyEncoded) : QString();
    if (good) {
        m_addition.name = QFileInfo(url.fileName()).completeBaseName();
        if (m_addition.name.endsWith(".tar"_L1)) m_addition.name.chop(4);
        if (m_addition.languages.isEmpty()) m_addition.languages = languagesIn(m_addition.name);
    }
    emit progressed();
}

bool SettingsModels::mayAdd() const
{
    static const QRegularExpression hash(u"^([0-9a-f]{64})?$"_s);
    return m_state == State::Describing && !m_addition.path.isEmpty() && !m_addition.languages.isEmpty() && hash.match(m_addition.sha256).hasMatch();
}

void SettingsModels::setLanguages(const QString &typed)
{
    m_addition.languages = languagesFrom(typed);
    emit progressed();
}

qint64 SettingsModels::sizeOf(const QString &path)
{
    if (!QFileInfo(path).isDir()) return 0; // what an archive unpacks to is not known beforehand
    qint64 bytes = 0;
    QDirIterator files(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void SettingsModels::add()
{
    if (!mayAdd()) return;
    m_total = sizeOf(m_addition.path);
    m_bytes = 0;
    m_stage = LocalModels::Stage::Bring;
    m_measuring = false;
    m_error.reset();
    m_state = State::Working;
    m_since.start();
    emit stateChanged();
    m_models.add(m_addition);
}

void SettingsModels::measure(const QString &id)
{
    if (m_state != State::Idle) return;
    m_stage = LocalModels::Stage::Try;
    m_bytes = m_total = 0;
    m_measuring = true;
    m_error.reset();
    m_state = State::Working;
    m_since.start();
    emit stateChanged();
    m_models.measure(id);
}

void SettingsModels::cancel()
{
    if (m_state == State::Working) return m_models.cancel();
    m_state = State::Idle;
    m_error.reset();
    emit stateChanged();
}

void SettingsModels::finish(const Result<QString> &name)
{
    if (m_state != State::Working) return;
    // After a mistake the person corrects what was said; what was cancelled is put away.
    const bool cancelled = !name && name.error().code == Error::Code::Cancelled;
    m_state = name || m_measuring || cancelled ? State::Idle : State::Describing;
    if (!name && !cancelled) m_error = name.error();
    emit stateChanged();
    if (name && m_measuring) emit measured(*name);
    else if (name) emit added(*name);
}

double SettingsModels::done() const
{
    if (m_measuring) return 0;
    const double part = m_total > 0 ? std::clamp(double(m_bytes) / double(m_total), 0.0, 1.0) : 0;
    switch (m_stage) {
    case LocalModels::Stage::Bring: return 0.6 * part;
    case LocalModels::Stage::Check: return 0.6 + 0.3 * part;
    case LocalModels::Stage::Try: break;
    }
    return 0.9;
}

int SettingsModels::secondsLeft() const
{
    const double part = done();
    if (m_total == 0 || part < 0.05 || m_stage == LocalModels::Stage::Try) return -1;
    return int(double(m_since.elapsed()) / 1000 * (1 - part) / part);
}

} // namespace vox
