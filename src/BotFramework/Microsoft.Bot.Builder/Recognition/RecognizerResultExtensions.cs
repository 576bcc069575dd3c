namespace Microsoft.Bot.Builder;

public static class RecognizerResultExtensions
{
    /// <returns>The intent with the highest score above 0; an empty name and 0 if none has one.</returns>
    public static (string, double) GetTopScoringIntent(this RecognizerResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Intents is null)
            throw new ArgumentNullException(nameof(result), "The result has no intents: Intents is null.");

        var top = (string.Empty, 0.0);
        foreach (var (intent, score) in result.Intents)
        {
            if (score.Score > top.Item2)
                top = (intent, score.Score.Value);
        }

        return top;
    }
}
