using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Dialogs;

/// <summary>A conversation with a dialog on a channel without buttons. The state goes through JSON between any two turns.</summary>
internal sealed class Talk
{
    private readonly Func<Dialog> _root;
    private readonly ConversationState _conversation;
    private readonly IStatePropertyAccessor<DialogState> _stack;
    private readonly bool _runAsync;

    /// <param name="root">Made anew in every turn, as a bot does.</param>
    /// <param name="begin">Begins the root with these options and records results; without it RunAsync drives, as in a bot.</param>
    public Talk(Func<Dialog> root, string locale = "es-AR", string channel = "mercadolibre", object? begin = null)
    {
        _root = root;
        _runAsync = begin is null;
        Begin = begin;
        _conversation = new ConversationState(new MemoryStorage(JsonSerializer.Create(new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, MaxDepth = null }), Memory));
        _stack = _conversation.CreateProperty<DialogState>("DialogState");
        Adapter = new TestAdapter(channel) { Locale = locale };
    }

    public object? Begin { get; }

    public TestAdapter Adapter { get; }

    public Dictionary<string, JObject> Memory { get; } = [];

    public DialogTurnResult? Last { get; private set; }

    public static Talk To(Dialog prompt, PromptOptions options, string locale = "es-AR", string channel = "mercadolibre") => new(() => prompt, locale, channel, begin: options);

    public Task<string[]> Say(string text) => Send(Adapter.MakeActivity(text));

    public async Task<string[]> Send(Activity activity)
    {
        var replies = await Replies(activity);
        return replies.Where(reply => reply.Type == ActivityTypes.Message).Select(reply => reply.Text).ToArray();
    }

    public async Task<Activity[]> Replies(Activity activity)
    {
        await Adapter.ProcessActivityAsync(activity, Turn, TestContext.Current.CancellationToken);
        var replies = Adapter.ActiveQueue.ToArray();
        Adapter.ActiveQueue.Clear();
        return replies;
    }

    /// <summary>The ids from the active dialog down, the innermost stack last.</summary>
    public string[] Stack()
    {
        var ids = new List<string>();
        Walk(Memory.Values.Single()["DialogState"]);
        return [.. ids];

        void Walk(JToken? state)
        {
            foreach (var instance in state?["dialogStack"]?["$values"] ?? new JArray())
            {
                ids.Add((string)instance["id"]!);
                Walk(instance["state"]?["dialogs"]);
            }
        }
    }

    public async Task Turn(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (_runAsync)
        {
            await _root().RunAsync(turn, _stack, cancellationToken);
        }
        else
        {
            var root = _root();
            var dc = await new DialogSet(_stack).Add(root).CreateContextAsync(turn, cancellationToken);
            Last = await dc.ContinueDialogAsync(cancellationToken);
            if (Last.Status == DialogTurnStatus.Empty)
                Last = await dc.BeginDialogAsync(root.Id, Begin, cancellationToken);
        }

        await _conversation.SaveChangesAsync(turn, force: false, cancellationToken);
    }
}

internal static class Official
{
    private const string Reason = "The official packages recognise with a library of their own: what ours understands beyond it is ours alone.";

    // Only Microsoft's assemblies are signed.
    private static bool Packages => typeof(Dialog).Assembly.GetName().GetPublicKeyToken() is { Length: > 0 };

    public static void SkipsThis() => Assert.SkipWhen(Packages, Reason);
}

/// <summary>A component of the given dialogs that notes what happens to it.</summary>
internal sealed class Component : ComponentDialog
{
    public Component(string id, params Dialog[] dialogs)
        : base(id)
    {
        foreach (var dialog in dialogs)
            AddDialog(dialog);
    }

    public List<string> Log { get; init; } = [];

    /// <summary>Events that this component says it has dealt with.</summary>
    public string Handles { get; init; } = string.Empty;

    public Func<DialogContext, CancellationToken, Task<DialogTurnResult?>>? Interruption { get; init; }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        (Interruption is null ? null : await Interruption(innerDc, cancellationToken)) ?? await base.OnContinueDialogAsync(innerDc, cancellationToken);

    protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        Log.Add($"{Id} {e.Name} {e.Value as string}".Trim());
        return Task.FromResult(e.Name == Handles);
    }

    protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        Log.Add($"{Id} ended {reason}");
        return Task.CompletedTask;
    }
}
