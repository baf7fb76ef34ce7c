#include "app/talks/talk_scene.h"
#include <algorithm>

namespace vox {

TalkScene::TalkScene(const Talk &talk)
{
    for (const TalkLine &line : talk.lines) {
        if (line.kind == TalkLine::Kind::Tool) tools.append(line);
        if (line.kind == TalkLine::Kind::Model) models.append(line);
    }
}

QString TalkScene::wordsIn(std::int64_t begin, std::int64_t end) const
{
    QStringList heard;
    for (const Word &word : words)
        if ((word.begin + word.end) / 2 >= begin && word.end <= end) heard.append(word.text);
    return heard.join(u' ');
}

std::optional<TalkLine> TalkScene::takeTool(const QString &name)
{
    for (qsizetype i = 0; i < tools.size(); ++i)
        if (tools[i].name == name) return tools.takeAt(i);
    unexpected.append(name);
    return std::nullopt;
}

std::optional<TalkLine> TalkScene::takeModel()
{
    if (!models.isEmpty()) return models.takeFirst();
    unexpected.append(QStringLiteral("model"));
    return std::nullopt;
}

} // namespace vox
