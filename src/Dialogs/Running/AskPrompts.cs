using System.Globalization;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace MeliBot.Dialogs.Running;

/// <summary>The prompts by which file dialogs ask.</summary>
internal static class AskPrompts
{
    private const string Prefix = "ask:";

    public static IEnumerable<Dialog> Create(CompiledPlaybook playbook)
    {
        yield return new TextPrompt(IdOf("text"), (context, ct) => ValidateAsync(playbook, context, context.Recognized.Value, ct));
        yield return new NumberPrompt<decimal>(IdOf("number"), (context, ct) => ValidateAsync(playbook, context, context.Recognized.Value, ct));
        yield return new ConfirmPrompt(IdOf("confirm"), (context, ct) => ValidateAsync(playbook, context, context.Recognized.Value, ct)) { Style = ListStyle.None };
        yield return new ChoicePrompt(IdOf("choice"), (context, ct) => ValidateAsync(playbook, context, context.Recognized.Value?.Value, ct)) { Style = ListStyle.Inline };
    }

    public static string IdOf(string type) => Prefix + type;

    /// <summary>Null when there is no text for it, so that nothing is asked.</summary>
    public static async ValueTask<PromptOptions?> OptionsAsync(Ask ask, string dialog, TurnTalk talk, CancellationToken cancellationToken)
    {
        var rule = $"{dialog}.{ask.Path}.ask";
        if (await talk.Renderer.RenderAsync(ask.Text, rule, cancellationToken).ConfigureAwait(false) is not { } text) return null;
        var choices = new List<Choice>();
        foreach (var choice in ask.Choices)
        {
            if (await talk.Renderer.RenderAsync(choice, rule, cancellationToken).ConfigureAwait(false) is { } option) choices.Add(new Choice(option.Text));
        }

        var retry = ask.Retry is null ? null : await talk.Renderer.RenderAsync(ask.Retry, rule, cancellationToken).ConfigureAwait(false);
        return new PromptOptions
        {
            Prompt = Said(text),
            RetryPrompt = retry is null ? null : Said(retry),
            Choices = choices,
            Validations = $"{dialog}\n{ask.Path}",
        };

        Activity Said(RenderedText said) => FragmentActivity.Of(new Fragment(FragmentRole.Complement, said.Text, null, said.Rule, null, said.Facts), talk.Receiver);
    }

    /// <summary>What a prompt's result is as a variable; empty for none.</summary>
    public static string ValueOf(object? result) => result switch
    {
        null => "",
        FoundChoice choice => choice.Value,
        bool yes => yes ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => result.ToString() ?? "",
    };

    private static async Task<bool> ValidateAsync<T>(CompiledPlaybook playbook, PromptValidatorContext<T> context, object? value, CancellationToken cancellationToken)
    {
        var talk = TurnTalk.Of(context.Context);
        var ask = Find(playbook, context.Options.Validations?.ToString());
        if (context.Recognized.Succeeded && !IsQuestionOfItsOwn<T>(talk) && await IsValidAsync(ask, value, talk, cancellationToken).ConfigureAwait(false)) return true;

        // Each question gets a public answer of its own: what isn't an answer to ours is answered for itself.
        if (talk.IsQuestion && IsQuestion(talk))
        {
            talk.StartAnew = true;
            talk.Notes.Add("What the buyer wrote doesn't answer what was asked; it is taken as a question of its own.");
            return true;
        }

        if (ask is not null && context.AttemptCount < ask.Tries) return false;
        talk.Notes.Add("The dialog goes on without an answer to what it asked.");
        context.Recognized.Value = default!;
        return true;
    }

    private static async ValueTask<bool> IsValidAsync(Ask? ask, object? value, TurnTalk talk, CancellationToken cancellationToken)
    {
        if (ask?.Valid is null) return true;
        talk.Facts.Value = value;
        return await talk.HoldsAsync(ask.Valid, Needs.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A prompt for text would take anything, also the next question.</summary>
    private static bool IsQuestionOfItsOwn<T>(TurnTalk talk) => typeof(T) == typeof(string) && talk.IsQuestion && IsQuestion(talk) && talk.Question.Text.Contains('?', StringComparison.Ordinal);

    private static bool IsQuestion(TurnTalk talk) => !talk.Question.FollowUp && talk.Question.Intents.Any(i => i.Name is not (Understanding.Intents.Other or Understanding.Intents.Thanks));

    private static Ask? Find(CompiledPlaybook playbook, string? place) =>
        place?.Split('\n') is [var dialog, var path] && playbook.Dialogs.TryGetValue(dialog, out var program) && program.IndexOf(path) is >= 0 and var at ? program.Instructions[at] as Ask : null;
}
