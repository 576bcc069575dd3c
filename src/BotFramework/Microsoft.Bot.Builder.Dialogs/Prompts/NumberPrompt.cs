using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Understanding;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks for a number: <c>short</c>, <c>int</c>, <c>long</c>, <c>float</c>, <c>double</c> or <c>decimal</c>; an integer type takes no "3,5".
/// Understands digits with the separators of the locale, and number words up to 10^15 in Spanish, Portuguese and English
/// ("treinta y tres", "dois mil e vinte", "two and a half", "1,5 millones"), with currency signs and units around them.
/// It reads no roman numerals, no powers, no arithmetic and no other language; the official package, which carries a recognizer library, does.
/// </summary>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (!Numerals.Supports(typeof(T)))
            throw new NotSupportedException($"NumberPrompt: type argument {typeof(T).Name} is not supported. Use short, int, long, float, double or decimal.");
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override async Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if (PromptInstance.ToSend(options, isRetry) is { } message)
            await turnContext.SendActivityAsync(message, cancellationToken).ConfigureAwait(false);
    }

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrWhiteSpace(activity.Text))
        {
            var locale = options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale;
            if (NumberRecognizer.First(activity.Text, locale) is { } number && Numerals.TryConvert(number, typeof(T), out var value))
            {
                result.Succeeded = true;
                result.Value = (T)value;
            }
        }

        return Task.FromResult(result);
    }
}

internal static class Numerals
{
    public static bool Supports(Type type) =>
        type == typeof(short) || type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double) || type == typeof(decimal);

    public static bool TryConvert(decimal number, Type type, out object value)
    {
        var (min, max) = type == typeof(short) ? (short.MinValue, short.MaxValue)
            : type == typeof(int) ? (int.MinValue, int.MaxValue)
            : type == typeof(long) ? (long.MinValue, long.MaxValue)
            : (decimal.MinValue, decimal.MaxValue);
        var whole = type == typeof(short) || type == typeof(int) || type == typeof(long);
        value = null;
        if (number < min || number > max || (whole && number != decimal.Truncate(number)))
            return false;
        value = Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        return true;
    }
}
