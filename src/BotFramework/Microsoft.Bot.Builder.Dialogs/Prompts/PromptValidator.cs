namespace Microsoft.Bot.Builder.Dialogs;

/// <returns>True accepts <c>promptContext.Recognized.Value</c>. A validator that sends a message itself suppresses the retry prompt.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
