#include "app/console/options.h"
#include <QCommandLineParser>
#include <QRegularExpression>

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

Error usage(const QString &what) { return Error(Error::Code::Usage, {what}); }

void describe(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({
        {u"workspace"_s, u"The folder to work in; made with two demo agents when it is not there."_s, u"DIR"_s},
        {u"screen"_s,
         u"Open here: today, agents, bench, conversations, settings. With --screenshots also builder, step-say and the other steps, try, prompts, voice, "
         "history, publish, production, conflict, releases, conversation, palette, and of the settings vendors, reach, models, workspace, people, keys, secrets, "
         "sign-in and audit; may be repeated."_s,
         u"NAME"_s},
        {u"screenshots"_s, u"Write pictures of the screens to this folder and end."_s, u"DIR"_s},
        {u"theme"_s, u"light or dark, for pictures. Both when absent."_s, u"THEME"_s},
        {u"language"_s, u"en or ru, for pictures. Both when absent."_s, u"LANGUAGE"_s},
        {u"size"_s, u"Of the window, for pictures: 1600x1000."_s, u"WxH"_s},
        {u"text"_s, u"Size of text in percent, for pictures: 90 to 150."_s, u"N"_s},
        {u"scale"_s, u"Device pixels for each pixel of the window, for pictures: 1 to 3."_s, u"F"_s},
        {{u"h"_s, u"help"_s}, u"Show this."_s},
    });
}

} // namespace

Result<Options> Options::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) return usage(parser.errorText());
    if (!parser.positionalArguments().isEmpty()) return usage(u"“%1” is not expected."_s.arg(parser.positionalArguments().constFirst()));
    Options out;
    out.help = parser.isSet(u"help"_s);
    out.workspace = parser.value(u"workspace"_s);
    out.screens = parser.values(u"screen"_s);
    out.screen = out.screens.value(0);
    out.screenshots = parser.value(u"screenshots"_s);
    const auto one = [&](const QString &name, QStringList &into) -> bool {
        if (!parser.isSet(name)) return true;
        if (!into.contains(parser.value(name))) return false;
        into = {parser.value(name)};
        return true;
    };
    if (!one(u"theme"_s, out.themes)) return usage(u"--theme is light or dark."_s);
    if (!one(u"language"_s, out.languages)) return usage(u"--language is en or ru."_s);
    if (parser.isSet(u"size"_s)) {
        static const QRegularExpression form(u"^(\\d{3,4})x(\\d{3,4})$"_s);
        const auto match = form.match(parser.value(u"size"_s));
        if (!match.hasMatch()) return usage(u"--size is like 1600x1000."_s);
        out.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    if (parser.isSet(u"text"_s)) {
        out.textPercent = parser.value(u"text"_s).toInt();
        if (out.textPercent < 90 || out.textPercent > 150) return usage(u"--text is from 90 to 150."_s);
    }
    if (parser.isSet(u"scale"_s)) {
        bool number = false;
        out.scale = parser.value(u"scale"_s).toDouble(&number);
        if (!number || out.scale < 1 || out.scale > 3) return usage(u"--scale is from 1 to 3."_s);
    }
    return out;
}

QString Options::helpText()
{
    QCommandLineParser parser;
    describe(parser);
    parser.setApplicationDescription(u"The Voxdesk console."_s);
    return parser.helpText();
}

} // namespace vox::console
