namespace MtaStsTools;

/// <summary>One step of an observation as it begins, for those who want to follow along.</summary>
/// <param name="Domain">The domain it is taken for; where several share its result, the first that asked.</param>
/// <param name="Text">What is done, for instance <c>DNS: TXT _mta-sts.example.com</c>; safe to display.</param>
public sealed record ObservationStep(string Domain, string Text);
