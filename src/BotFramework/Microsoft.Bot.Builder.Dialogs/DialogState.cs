using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The active dialog first.</summary>
    [JsonProperty("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}
