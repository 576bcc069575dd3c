namespace Microsoft.Bot.Builder;

public interface IRecognizer
{
    Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken);

    Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new();
}

/// <summary>A typed result that fills itself from a <see cref="RecognizerResult"/>.</summary>
public interface IRecognizerConvert
{
    void Convert(object result);
}
