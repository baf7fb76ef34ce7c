#pragma once
#include "ui/viewmodels/conflict_view_model.h"
#include <QCoreApplication>

namespace vox {

// What the versions of a conflict are called. Of two: mine and theirs; of more: mine and those of the others by name.
class VersionWords {
    Q_DECLARE_TR_FUNCTIONS(vox::VersionWords)
public:
    static QString title(const ConflictViewModel &model, int side);
    static QString takeAll(const ConflictViewModel &model, int side);
    static QString use(const ConflictViewModel &model, int side);
};

} // namespace vox
