#include "app/assembly/assembly.h"
#include "app/assembly/machine_ports.h"
#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/model_folder.h"
#include "app/providers/local/phrase_recogniser.h"
#include "app/realtime/work_pool.h"
#include "app/shelf/model_host.h"
#include "app/shelf/model_shelf.h"
#include "app/telemetry/telemetry.h"
#include "app/workspace/settings.h"
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString kTelemetry = u"telemetry.otlp"_s, kVendors = u"speech_providers"_s;

// Settings "model_providers": [{"name", "address", "secret"}].
QHash<QString, ModelAddress> modelAddresses(const Settings *settings)
{
    QHash<QString, ModelAddress> out;
    if (!settings) return out;
    for (const QJsonValue &value : settings->value(u"model_providers"_s).toArray()) {
        const QJsonObject row = value.toObject();
        const QUrl base(row.value("address"_L1).toString(), QUrl::StrictMode);
        if (base.isValid() && !row.value("name"_L1).toString().isEmpty())
            out.insert(row.value("name"_L1).toString(), {base, row.value("secret"_L1).toString()});
    }
    return out;
}

// Setting "tools_may_reach": {"hosts", "private", "loopback"}; VOXDESK_TOOLS_MAY_REACH="private loopback" opens more, for a
// machine on which tools are tried out.
EgressRules egressRules(const Settings *settings)
{
    EgressRules rules = EgressRules::fromJson(settings ? settings->value(u"tools_may_reach"_s).toObject() : QJsonObject());
    rules.allowNamed(qEnvironmentVariable("VOXDESK_TOOLS_MAY_REACH"));
    return rules;
}

QMap<QString, SpeechProvider> vendors(const Settings *settings)
{
    return settings ? speechProviders(settings->value(kVendors).toArray()) : QMap<QString, SpeechProvider>();
}

} // namespace

Assembly::Assembly(const Options &options)
{
    const QString models = ModelFolder::standardPath();
    const QString deps = options.depsFolder.isEmpty() ? QFileInfo(models).path() : options.depsFolder;
    m_depsFolder = deps;
    m_modelProgram = options.modelProgram;
    addEnglishRecognisers(m_recognisers, deps);
    m_recognisers.add(phraseRecogniser());
    m_voices = std::make_unique<LocalVoices>(LocalVoices::usualPlaces());
    for (const ShelvedModel &model : ModelShelf(ModelShelf::standardPath()).list()) addShelved(model);
    m_http = std::make_unique<HttpClient>();
    m_pool = options.inferenceThreads > 0 ? std::make_unique<WorkPool>(options.inferenceThreads) : std::make_unique<WorkPool>();
    m_ports = std::make_unique<MachinePorts>(deps, m_recognisers, *m_voices, *m_http, *m_pool);
    m_ports->setEgress(egressRules(nullptr));
    m_telemetry = std::make_unique<Telemetry>(*m_http, [ports = m_ports.get()](const QString &name) { return ports->secret(name); });
    m_host = std::make_unique<ConversationHost>(*m_ports, *m_pool, options.workers);
}

// Before the phrases: a model hears open words.
void Assembly::addShelved(const ShelvedModel &model)
{
    if (m_modelProgram.isEmpty()) return;
    if (model.isVoice()) return m_voices->add(model.id, model.languages, model.licence, hostedModelVoice(model, m_modelProgram, m_depsFolder));
    m_recognisers.remove(model.id);
    m_recognisers.add(hostedModel(model, m_modelProgram, m_depsFolder), u"phrases"_s);
}

void Assembly::removeShelved(const QString &id)
{
    m_recognisers.remove(id);
    m_voices->remove(id);
}

// Conversations first, then the pool that works for them (jobs hold what they need), then what the jobs use.
Assembly::~Assembly()
{
    m_host.reset();
    m_pool.reset();
    m_telemetry.reset();
    m_ports.reset();
}

void Assembly::setSettings(const Settings *settings)
{
    m_ports->setModelAddresses(modelAddresses(settings));
    m_ports->setEgress(egressRules(settings));
    m_ports->setSpeechProviders(vendors(settings));
    configureTelemetry(settings);
    if (!settings) return;
    QObject::connect(settings, &Settings::changed, settings, [this, settings](const QString &key) {
        m_ports->setModelAddresses(modelAddresses(settings));
        m_ports->setEgress(egressRules(settings));
        if (key == kVendors) m_ports->setSpeechProviders(vendors(settings));
        if (key == kTelemetry) configureTelemetry(settings);
    });
}

void Assembly::setSecrets(std::function<std::optional<QByteArray>(const QString &)> secrets) { m_ports->setSecrets(std::move(secrets)); }

void Assembly::setRedaction(RedactionSource redaction) { m_telemetry->setRedaction(std::move(redaction)); }

void Assembly::configureTelemetry(const Settings *settings)
{
    const auto good = m_telemetry->configure(settings ? settings->value(kTelemetry) : QJsonValue());
    if (!good) qWarning("Telemetry is off: the setting %s is wrong at %s.", qUtf8Printable(kTelemetry), qUtf8Printable(good.error().args.value(0)));
}

Telemetry &Assembly::telemetry() { return *m_telemetry; }
PortFactory &Assembly::ports() { return *m_ports; }
ConversationHost &Assembly::host() { return *m_host; }
WorkPool &Assembly::pool() { return *m_pool; }
const LocalVoices &Assembly::voices() const { return *m_voices; }
const LocalRecognisers &Assembly::recognisers() const { return m_recognisers; }

} // namespace vox
