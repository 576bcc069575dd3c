using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>Numbers its answers in the conversation's state, so that a turn that counted twice, or not at all, shows on the platform.</summary>
internal sealed class CountingBot(ConversationState conversations) : IBot
{
    private const string Says = "Hay stock, respuesta ";

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            return;
        var said = await conversations.CreateProperty<Said>("said").GetAsync(turnContext, () => new(), cancellationToken);
        said.Answers++;
        await turnContext.SendActivityAsync(Says + said.Answers.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
        await conversations.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
    }

    /// <summary>Null when it isn't one of its answers.</summary>
    public static int? NumberIn(string? answer) =>
        answer?.StartsWith(Says, StringComparison.Ordinal) == true && int.TryParse(answer[Says.Length..].TrimEnd('.', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public sealed class Said
    {
        public int Answers { get; set; }
    }
}
