#pragma once
#include "ui/kit/field_editor.h"
#include "ui/viewmodels/edited_content.h"

namespace vox {

// What forms about this agent may suggest: its languages, variables and intents, and the sentences for problems. Reads the
// content at the moment of asking; `content` must outlive the form.
// `names`: of what this machine has, by source; may be empty.
kit::FormContext agentFormContext(const EditedContent &content, const std::function<QStringList(const QString &source)> &names = {});

} // namespace vox
