#include "app/shelf/model_host.h"
#include "app/shelf/hosted_speech_to_text.h"
#include "app/shelf/hosted_voice.h"
#include "app/shelf/model_service.h"
#include "app/shelf/model_trial.h"
#include <QCoreApplication>
#include <cstring>

namespace vox {

using namespace Qt::StringLiterals;

void hostModelIfAsked(int argc, char **argv)
{
    if (argc != 6 || std::strcmp(argv[1], kModelHost) != 0) return;
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto kind = enumFromName<ModelKind>(arguments[2]);
    const ShelvedModel model{u"model"_s, {}, kind.value_or(ModelKind::Vosk), arguments[4].split(u','), {}, {}, 0, 0, arguments[3]};
    if (model.isVoice()) serveModel({{}, [&] { return shelvedVoice(model, arguments[5]); }});
    serveModel({[&]() -> Result<LocalRecogniser> {
                    if (!kind) return Error(Error::Code::NotFound, {u"recogniser"_s, arguments[2]});
                    return shelvedRecogniser(model, arguments[5]);
                },
                {}});
}

namespace {
std::shared_ptr<ModelProcess> processOf(const ShelvedModel &model, const QString &program, const QString &depsFolder)
{
    ModelProcess::Program child{program, {QString::fromLatin1(kModelHost), enumName(model.kind), model.path, model.languages.join(u','), depsFolder}};
    return std::make_shared<ModelProcess>(std::move(child), model.name);
}
} // namespace

LocalRecogniser hostedModel(const ShelvedModel &model, const QString &program, const QString &depsFolder)
{
    return hostedRecogniser(model.id, model.languages, processOf(model, program, depsFolder));
}

std::shared_ptr<SpeechEngine> hostedModelVoice(const ShelvedModel &model, const QString &program, const QString &depsFolder)
{
    const QString stamp = u"%1 %2"_s.arg(model.id).arg(model.bytes);
    return std::make_shared<HostedVoice>(processOf(model, program, depsFolder), stamp);
}

} // namespace vox
