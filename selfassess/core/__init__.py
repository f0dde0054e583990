"""The subject: values and rules, without files, clock, words of the interface or Qt."""
