#include "ui/screens/agents/conflict/version_words.h"
#include "ui/screens/when_text.h"

namespace vox {

QString VersionWords::title(const ConflictViewModel &model, int side)
{
    if (side == 0) return tr("Mine");
    return model.columns().size() == 2 ? tr("Theirs") : authorText(model.columns().at(side).author);
}

QString VersionWords::takeAll(const ConflictViewModel &model, int side)
{
    if (side == 0) return tr("Take everything of mine");
    return model.columns().size() == 2 ? tr("Take everything of theirs") : tr("Take everything of this version: %1").arg(title(model, side));
}

QString VersionWords::use(const ConflictViewModel &model, int side)
{
    if (side == 0) return tr("Use mine");
    return model.columns().size() == 2 ? tr("Use theirs") : title(model, side);
}

} // namespace vox
