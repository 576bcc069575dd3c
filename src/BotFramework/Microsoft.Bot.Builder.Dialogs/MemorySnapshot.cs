using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a debugger is shown of a turn: the states that the adapter published, the root dialog's state and the active one's.</summary>
internal static class MemorySnapshot
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { ReferenceLoopHandling = ReferenceLoopHandling.Ignore });

    public static async Task<JObject> TakeAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var snapshot = new JObject();
        await AddAsync("user", dc.Context.TurnState.Get<UserState>()).ConfigureAwait(false);
        await AddAsync("conversation", dc.Context.TurnState.Get<ConversationState>()).ConfigureAwait(false);

        if (dc.ActiveDialog is { } root)
        {
            var leaf = dc;
            while (leaf.Child is { } child)
                leaf = child;
            snapshot["dialog"] = JToken.FromObject(root.State, Serializer);
            snapshot["this"] = JToken.FromObject((leaf.ActiveDialog ?? root).State, Serializer);
        }

        return snapshot;

        async Task AddAsync(string name, BotState state)
        {
            if (state == null)
                return;
            await state.LoadAsync(dc.Context, force: false, cancellationToken).ConfigureAwait(false);
            snapshot[name] = state.Get(dc.Context);
        }
    }
}
