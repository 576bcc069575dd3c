using Microsoft.Bot.Builder;

namespace MeliBot.Bot.Rehearsal;

/// <summary>Leaves what was recognised in the turn's state, for whoever shows it.</summary>
internal sealed class WitnessedRecognizer(IRecognizer inner) : IRecognizer
{
    public async Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var result = await inner.RecognizeAsync(turnContext, cancellationToken);
        turnContext.TurnState.Set(result);
        return result;
    }

    public async Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new()
    {
        var result = new T();
        result.Convert(await RecognizeAsync(turnContext, cancellationToken));
        return result;
    }
}
