#include "app/assembly/assembly.h"
#include "app/assembly/machine_ports.h"
#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/model_folder.h"
#include "app/providers/local/phrase_recogniser.h"
#include "app/realtime/work_pool.h"
#include "app/workspace/settings.h"
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

Assembly::Assembly(const Options &options)
{
    const QString models = ModelFolder::standardPath();
    const QString deps = options.depsFolder.isEmpty() ? QFileInfo(models).path() : options.depsFolder;
    addEnglishRecognisers(m_recognisers, deps);
    m_recognisers.add(phraseRecogniser());
    m_voices = std::make_unique<LocalVoices>(LocalVoices::usualPlaces());
    m_http = std::make_unique<HttpClient>();
    m_pool = options.inferenceThreads > 0 ? std::make_unique<WorkPool>(options.inferenceThreads) : std::make_unique<WorkPool>();
    m_ports = std::make_unique<MachinePorts>(deps, m_recognisers, *m_voices, *m_http, *m_pool);
    m_ports->setEgress(egressRules(nullptr));
    m_host = std::make_unique<ConversationHost>(*m_ports, *m_pool, options.workers);
}

// Conversations first, then the pool that works for them (jobs hold what they need), then what the jobs use.
Assembly::~Assembly()
{
    m_host.reset();
    m_pool.reset();
    m_ports.reset();
}

void Assembly::setSettings(const Settings *settings)
{
    const auto apply = [this, settings] {
        m_ports->setModelAddresses(modelAddresses(settings));
        m_ports->setEgress(egressRules(settings));
    };
    apply();
    if (settings) QObject::connect(settings, &Settings::changed, settings, apply);
}

void Assembly::setSecrets(std::function<std::optional<QByteArray>(const QString &)> secrets) { m_ports->setSecrets(std::move(secrets)); }

PortFactory &Assembly::ports() { return *m_ports; }
ConversationHost &Assembly::host() { return *m_host; }
WorkPool &Assembly::pool() { return *m_pool; }
const LocalVoices &Assembly::voices() const { return *m_voices; }
const LocalRecognisers &Assembly::recognisers() const { return m_recognisers; }

} // namespace vox
